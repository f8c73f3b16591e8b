import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { makeContext } from '../context.ts'
import { noteEvent } from '../events.ts'
import { key, useApi } from '../testing/api.ts'
import { checkNightly } from './check.ts'
import { readHead, sealAll } from './seal.ts'
import { startSealing } from './trail.ts'

const folder = mkdtempSync(join(tmpdir(), 'sila-head-'))
const file = join(folder, 'audit-head')
const api = useApi({ SILA_AUDIT_HEAD: file })
const event = { aggregate: 'interaction', type: 'interaction.spoken', visibility: 'STAFF' } as const

/** Begins and ends as a process does, and gives what it says of failures. */
async function process() {
  const told: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void told.push(line) })
  await startSealing(api.house, log).stop()
  return told.join('')
}

async function happen(times: number) {
  const ctx = makeContext(api.house, { type: 'SYSTEM' }, 'en')
  const { pool } = api.house.database
  for (let n = 0; n < times; n++) await noteEvent(ctx, pool, { ...event, aggregateId: key() })
  // What is under way in other databases of the same server may hold the horizon back a moment.
  let sealed = 0
  await expect
    .poll(async () => (sealed += await sealAll(pool, api.house.keys)), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(times)
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a tail that is cut off stays missed: the head that was written down does not follow whoever cut it', async () => {
  await happen(5)
  expect(await process()).toBe('')
  const written = readFileSync(file, 'utf8')
  const before = await readHead(api.house.database.pool)
  expect(written).toBe(`${before?.count}:${before?.hash}\n`)

  // Whoever owns the tables takes the last events away, with their seals, and what the desk remembers of the end.
  const gone = await api.sql<{ row_id: string }>(
    `delete from seal where seq > (select max(seq) - 2 from seal) returning row_id`,
  )
  await api.sql(`delete from event where id = any($1)`, [gone.map(({ row_id }) => row_id)])
  await api.sql('delete from audit_check')

  // Neither what goes on in this process nor what begins anew writes the shorter end down.
  for (let n = 0; n < 2; n++) {
    expect(await process()).toContain('THE END OF THE TRAIL IS MISSING')
    expect(readFileSync(file, 'utf8')).toBe(written)
    await happen(3)
  }
  const { damages } = await checkNightly(api.house, pino({ level: 'silent' }))
  expect(damages).toContainEqual(
    expect.objectContaining({ wrong: 'the chain does not pass through the head that was written down' }),
  )
})
