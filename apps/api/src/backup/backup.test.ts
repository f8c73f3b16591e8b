import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { checkTrail } from '../audit/check.ts'
import { sealAll } from '../audit/seal.ts'
import { readConfig } from '../config.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { makeSeals } from '../keys/seal.ts'
import { key, useApi } from '../testing/api.ts'
import { dump, plantCanaries } from '../testing/canary.ts'
import type { Canary } from '../testing/canary.ts'
import { template, withDatabase } from '../testing/global-setup.ts'
import { openStream } from './box.ts'
import { tablesInOrder } from './dump.ts'
import { journalOf } from './journal.ts'
import { endBackups, listBackups, makeBackup } from './make.ts'
import { finishRestore, isUnfinished, loadBackup } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'sila-backup-'))
const api = useApi({ SILA_BACKUPS: folder })

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const assign = `mutation ($id: ID!, $input: InteractionAssignInput!) { interactionAssign(id: $id, input: $input) { problems { code } } }`
const copy = `mutation ($input: PersonActInput!) { personExport(input: $input) { problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`

const target = `spec_${randomUUID().replaceAll('-', '')}`
const server = inject('databaseServer')
const targetUrl = withDatabase(server, target)
let sourceUrl: string
let file: string
let canaries: Canary[]
let gone: string

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function ask(name: string, phone: string): Promise<string> {
  const input = {
    ...{ clientMutationId: key(), kind: 'INQUIRY', text: `I am ${name}.`, language: 'en', anonymous: false },
    contact: { name, phone, email: `${phone.slice(1)}@people.example` },
  }
  await api.guest.ask(submit, { input })
  const [row] = await api.sql<{ id: string }>('select id from beneficiary where name = $1', [name])
  return row?.id ?? ''
}

/** What leaves other marks in the trail than a letter: a copy that was given, a matter that goes to somebody else. */
async function tend(beneficiaryId: string) {
  const dalal = await api.as('dalal')
  await dalal.ask(copy, { input: { clientMutationId: key(), beneficiaryId } })
  const [matter] = await api.sql<{ id: string; version: number }>(
    'select id, version from interaction where beneficiary_id = $1',
    [beneficiaryId],
  )
  const khalid = await api.as('khalid')
  await khalid.ask(assign, {
    id: matter?.id,
    input: { clientMutationId: key(), expectedVersion: matter?.version, assigneeId: api.idOf('salem') },
  })
  await api.house.looks.flush()
}

/** Every row of a table of a database, as text. */
async function rowsOf(url: string, table: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ line: string }>(
    `select (to_jsonb(t) - 'xid' - 'epoch')::text as line from ${table} t order by 1`,
  )
  await client.end()
  return rows.map(({ line }) => line)
}

async function bytesOf(path: string, seals = api.house.seals): Promise<number> {
  let bytes = 0
  for await (const part of openStream(seals, createReadStream(path))) bytes += part.length
  return bytes
}

beforeAll(async () => {
  const [own] = await api.sql<{ name: string }>('select current_database() as name')
  sourceUrl = withDatabase(server, own?.name ?? '')
  await onServer(`create database ${target} template ${template}`)
  gone = await ask('Zaynab Gone', '+966507772001')
  const other = await ask('Tomasz Stays', '+966507772002')
  for (const one of [gone, other]) await tend(one)
  await sealAll(api.house.database.pool, api.house.keys)
  // Between the two, so that something is sealed and something is not.
  await tend(await ask('Later One', '+966507772003'))
  canaries = await plantCanaries(api, gone, 'A')
  await api.sql(
    `create table written as select id, payload, before from event
      where aggregate_id = $1 or aggregate_id in (select id from interaction where beneficiary_id = $1)`,
    [other],
  )
  await plantCanaries(api, other, 'B')
  // A mark in an event is an edit of the audit trail, and would rightly be found: it stands again as it was written.
  await api.sql(
    `update event e set payload = was.payload, before = was.before from written was where was.id = e.id`,
  )
  await api.sql('drop table written')
  await api.house.jobs.escalateLater(
    (text, values) => api.sql(text, values).then((rows) => ({ rows })),
    uuidv7(),
    new Date(Date.now() + 86_400_000),
  )
})

afterAll(async () => {
  await onServer(`drop database if exists ${target} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('is one sealed file, in which nothing of anybody can be read', async () => {
    const made = await makeBackup(sourceUrl, api.house.seals, folder, new Date('2026-11-25T10:00:00Z'))
    file = made.file
    const bytes = readFileSync(file)
    expect(canaries.length).toBeGreaterThan(10)
    for (const text of ['canary', 'Zaynab', 'beneficiary', '7772001'])
      expect(bytes.includes(text), text).toBe(false)
    expect(await bytesOf(file)).toBeGreaterThan(1000)
    expect(existsSync(`${file}.unfinished`)).toBe(false)
  })

  test('attack: altered by a bit, cut off at a chunk, or opened under another master key, it does not open', async () => {
    const copy = join(folder, 'copy')
    const bytes = readFileSync(file)
    for (let n = 0; n < 40; n++) {
      const altered = Buffer.from(bytes)
      const at = Math.floor((bytes.length * n) / 40)
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
      writeFileSync(copy, altered)
      await expect(bytesOf(copy), String(at)).rejects.toThrow()
    }
    writeFileSync(copy, bytes)
    truncateSync(copy, bytes.length - 1)
    await expect(bytesOf(copy)).rejects.toThrow('damaged')
    writeFileSync(copy, Buffer.concat([bytes, bytes.subarray(-100)]))
    await expect(bytesOf(copy)).rejects.toThrow('damaged')
    const stranger = makeSeals('another secret of thirty-two signs and more', [
      'another master of thirty-two signs!',
    ])
    await expect(bytesOf(file, stranger)).rejects.toThrow('SILA_MASTER_KEY_BEFORE')
    await expect(loadBackup(targetUrl, api.house.seals, copy)).rejects.toThrow('damaged')
    expect(await rowsOf(targetUrl, 'beneficiary')).toEqual([])
    rmSync(copy)
  })

  test('is deleted when its term is over, one too whose making was killed, and nothing beside it is', () => {
    const killed = 'sila-2026-01-02T000000Z.backup.unfinished'
    for (const name of [
      'sila-2026-01-01T000000Z.backup',
      killed,
      'sila-2026-03-01T000000Z.backup',
      'other.txt',
    ])
      writeFileSync(join(folder, name), '')
    expect(endBackups(folder, new Date('2026-02-01'))).toBe(2)
    expect(existsSync(join(folder, killed))).toBe(false)
    expect(listBackups(folder).map(({ madeAt }) => madeAt.toISOString())).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-11-25T10:00:00.000Z',
    ])
    expect(existsSync(join(folder, 'other.txt'))).toBe(true)
  })
})

describe('a restore', () => {
  test('brings nobody back who was erased since, everybody else whole, and a trail that verifies', async () => {
    expect(await rowsOf(sourceUrl, 'auth_session')).not.toEqual([])
    const kept = new Map<string, string[]>()
    const owner = new pg.Client({ connectionString: sourceUrl })
    await owner.connect()
    for (const table of await tablesInOrder(owner)) kept.set(table, await rowsOf(sourceUrl, table))
    await owner.end()

    const dalal = await api.as('dalal')
    const erased = await dalal.ask(erase, {
      input: { clientMutationId: key(), beneficiaryId: gone, ground: 'ASKED' },
    })
    expect(erased).toMatchObject({ data: { personErase: { problems: [] } } })
    expect(readFileSync(journalOf(folder), 'utf8')).toMatch(/^\S+ \S+ ASKED\n$/)
    expect(readFileSync(journalOf(folder), 'utf8')).not.toContain(gone)

    await loadBackup(targetUrl, api.house.seals, file)
    // Whoever was erased is still in it: until it is finished nothing is served from it.
    expect(await isUnfinished(targetUrl)).toBe(true)
    await loadBackup(targetUrl, api.house.seals, file)
    for (const [table, rows] of kept) expect(await rowsOf(targetUrl, table), table).toEqual(rows)

    const { house, close } = await openHouse(
      readConfig({ DATABASE_URL: targetUrl, SILA_DEMO: '1', SILA_LOG: 'silent' }),
      makeLog('silent'),
    )
    try {
      expect(await finishRestore(targetUrl, house, folder, file)).toBe(1)
      expect(await isUnfinished(targetUrl)).toBe(false)
      // What let somebody in may have been ended since: everybody proves anew who they are.
      for (const table of ['auth_session', 'beneficiary_session', 'auth_verification', 'one_time_code'])
        expect(await rowsOf(targetUrl, table), table).toEqual([])
      const report = await checkTrail(house.database.pool, house.keys)
      expect(report.damages).toEqual([])
      expect(report.unsealed).toBeGreaterThan(3)
      // Who could see a matter before, and whose copy was taken: of whoever stays as it was, of whoever is gone nothing.
      const { pool } = house.database
      const count = async (text: string) => (await pool.query(text)).rowCount
      expect(await count('select from event where before is not null')).toBe(2)
      expect(await count('select from data_export where beneficiary_id is not null')).toBe(2)
      expect(await count('select from data_export where beneficiary_id is null and salt is null')).toBe(1)
      // Acts that are under way in other databases of the same server may hold the horizon back a moment.
      let sealed = 0
      await expect
        .poll(async () => (sealed += await sealAll(pool, house.keys)), { timeout: 20_000 })
        .toBe(report.unsealed)
      expect(await checkTrail(house.database.pool, house.keys)).toMatchObject({ damages: [], unsealed: 0 })
    } finally {
      await close()
    }

    const restored = new pg.Client({ connectionString: targetUrl })
    await restored.connect()
    const left = await dump({
      ...api,
      sql: async (text, values) => (await restored.query(text, values)).rows,
    })
    const waiting = await restored.query(`select from pgboss.job where name = 'interaction.escalate'`)
    await restored.end()
    expect(canaries.filter(({ mark }) => left.includes(mark))).toEqual([])
    expect(left).not.toMatch(/zaynab|7772001/i)
    expect(left).toContain('canaryB')
    expect(waiting.rows).not.toEqual([])
  })

  test('is refused into a database that is not empty', async () => {
    await expect(loadBackup(sourceUrl, api.house.seals, file)).rejects.toThrow('not empty')
  })
})
