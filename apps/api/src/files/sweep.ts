import { readdir } from 'node:fs/promises'
import type { Pool } from 'pg'
import { isId } from '../graphql/connection.ts'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { arrivedOf, takeAway } from './arriving.ts'
import { ticketLife } from './ticket.ts'

const hour = 3_600_000

/**
 * Puts the folders right: what arrived whole while nobody noticed is looked through, what never arrived is forgotten
 * after a day, and bytes that no row knows any more, as after an erasure, are taken away. Then queues itself again.
 */
export async function sweepFiles(house: House): Promise<void> {
  const { pool } = house.database
  const execute = (text: string, values?: unknown[]) => pool.query(text, values)
  const now = house.now()
  for (const { id, size, state, at } of await underWay(pool)) {
    const arrived = state === 'CHECKING' || (await arrivedOf(house.files, id)) === size
    if (arrived) {
      await pool.query(`update file set state = 'CHECKING' where id = $1 and state = 'RECEIVING'`, [id])
      await house.jobs.checkFileLater(execute, id, now)
    } else if (now.getTime() - at.getTime() > ticketLife)
      await pool.query(`delete from file where id = $1 and state = 'RECEIVING'`, [id])
  }
  await takeAwayOrphans(house)
  await house.jobs.sweepFilesLater(execute, new Date(now.getTime() + hour))
}

type UnderWay = { id: string; size: number; state: string; at: Date }

// Only what lay a while: the rest has its own job on the way. file_under_way serves it.
function underWay(pool: Pool): Promise<UnderWay[]> {
  return read<UnderWay>(pool, {
    name: 'files-under-way',
    text: `select id, size, state, at from file where state in ('RECEIVING', 'CHECKING') and at < now() - interval '10 minutes'`,
    values: [],
  })
}

/** Takes away bytes that no row knows any more, as after the words they came with ended. */
export async function takeAwayOrphans({ database, files }: House): Promise<void> {
  const kept = await files.kept.list()
  for (const id of await unknown(database.pool, kept, ['RELEASED', 'CHECKING'])) await files.kept.remove(id)
  const arriving = (await readdir(files.arriving.directory)).filter(isId)
  for (const id of await unknown(database.pool, arriving, ['RECEIVING', 'CHECKING']))
    await takeAway(files, id)
}

// A file is known by its row before its first byte is written.
async function unknown(pool: Pool, ids: readonly string[], states: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id::text from unnest($1::uuid[]) as there(id)
      where not exists (select from file f where f.id = there.id and f.state = any($2::text[]))`,
    [ids, states],
  )
  return rows.map(({ id }) => id)
}
