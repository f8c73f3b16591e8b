import type { EntityManager } from '@mikro-orm/postgresql'
import { nameOfType } from '@sila/domain/file'
import { makeContext } from '../context.ts'
import type { Context, House } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import { ScannerAway } from './clamd.ts'
import { takeAway, wholeOf } from './arriving.ts'
import { examine } from './examine.ts'
import type { Verdict } from './examine.ts'
import { entryInReach } from './file.access.ts'
import type { EntryOfFile } from './file.access.ts'
import { newFileKey, sealPart, wrapFileKey } from './file-key.ts'
import { readFile } from './file.rows.ts'
import type { FileRow } from './file.rows.ts'

const again = 5 * 60_000

/**
 * Looks through a file that has arrived, then releases it or says why not. Where the scanner does not answer the file
 * waits, and is tried again: unscanned it is never released. Done twice, it is done once.
 */
export async function checkFile(house: House, id: string): Promise<void> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const { pool } = house.database
  const file = await readFile(pool, id)
  const entry = file?.state === 'CHECKING' ? await entryInReach(ctx, file.entryId) : undefined
  if (!file || !entry) return
  const bytes = await wholeOf(house.files, id, file.size)
  try {
    const verdict: Verdict = bytes ? await examine(bytes, house.files.scanner) : { refusal: 'FILE_BROKEN' }
    await settle(ctx, file, entry, verdict)
    await takeAway(house.files, id)
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error
    await house.jobs.checkFileLater(
      (text, values) => pool.query(text, values),
      id,
      new Date(Date.now() + again),
    )
  }
}

async function settle(ctx: Context, file: FileRow, entry: EntryOfFile, verdict: Verdict): Promise<void> {
  const { id } = file
  await change(ctx, { name: 'file.settle', key: `file:${id}`, input: { id } }, async (em) => {
    // Held until it is done, so that of two who look at it at once one writes. Gone where its words were erased.
    const waiting = await em.execute<object[]>(
      `select id from file where id = ? and state = 'CHECKING' for update`,
      [id],
    )
    if (waiting.length === 0) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    if ('type' in verdict) await release(ctx, em, file, entry, verdict)
    else
      await em.execute(`update file set state = 'REFUSED', refusal = ? where id = ?`, [verdict.refusal, id])
    const type = `${entry.aggregate}.${'type' in verdict ? 'fileAdded' : 'fileRefused'}`
    const visibility = entry.type === 'NOTE' ? 'STAFF' : 'PUBLIC'
    return {
      result: { id },
      event: { aggregate: entry.aggregate, aggregateId: entry.matterId, type, visibility },
    } as const
  })
}

async function release(
  ctx: Context,
  em: EntityManager,
  { id, name }: FileRow,
  entry: EntryOfFile,
  { type, whole, thumb }: Extract<Verdict, { type: unknown }>,
): Promise<void> {
  const { house } = ctx
  const key = newFileKey()
  const { keyOf, wrapped, master } = await wrapFileKey(em, house.seals, id, key, entry.beneficiaryId)
  // First the bytes: a row that says RELEASED has them, come what may.
  await house.files.kept.put(id, 'whole', sealPart(key, id, 'whole', whole))
  if (thumb) await house.files.kept.put(id, 'thumb', sealPart(key, id, 'thumb', thumb))
  await em.execute(
    `update file set state = 'RELEASED', type = ?, name = ?, key_of = ?, wrapped = ?, master = ? where id = ?`,
    [type, nameOfType(name, type), keyOf, wrapped, master, id],
  )
}
