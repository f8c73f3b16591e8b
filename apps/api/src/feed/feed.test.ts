import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../embedded/embedded.ts'
import type { Embedded } from '../embedded/embedded.ts'
import { makeCursor } from './cursor.ts'
import { startFeed } from './feed.ts'
import type { Feed } from './feed.ts'
import { migrate } from '../database/migrate.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sila-feed-'))
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
let database: Embedded
let pool: pg.Pool
let feed: Feed

beforeAll(async () => {
  database = await startEmbedded({ dataDir, durable: false, quiet: true })
  await migrate(database.url)
  pool = new pg.Pool({ connectionString: database.url })
  // The database may end before the last of its clients has said goodbye.
  pool.on('error', () => undefined)
  feed = await startFeed(pool, database.url, pino({ level: 'silent' }))
}, 60_000)

afterAll(async () => {
  await feed.stop()
  await pool.end()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function store(xid: string, number: number) {
  await pool.query(
    `insert into event (id, xid, aggregate, aggregate_id, type, visibility, at)
     values ($1, $2::xid8, 'interaction', $1, 'interaction.noted', 'STAFF', now())`,
    [idOf(number), xid],
  )
}

test('events follow each other by the number of their transaction, also where it grows a digit', async () => {
  // Stored in another order than they are to be read; all far below the horizon.
  await store('10', 1)
  await store('9', 3)
  await store('100', 0)
  await store('99', 2)

  const beginning = makeCursor('00000000', { xid: '1', id: idOf(0) })
  const seen: string[] = []
  for await (const { event } of feed.follow(beginning, () => true)) {
    if (event) seen.push(event.xid)
    if (seen.length === 4) break
  }
  expect(seen).toEqual(['9', '10', '99', '100'])
})
