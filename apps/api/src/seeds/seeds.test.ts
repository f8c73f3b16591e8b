import { isOpen, isOwed } from '@sila/domain/interaction'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeKeys } from '../keys/keys.ts'
import { template, withDatabase } from '../testing/global-setup.ts'
import { seedBulk } from './bulk/bulk.ts'
import { seedDemonstration } from './demo.ts'
import { seedEssentials } from './essentials.ts'

// A Thursday afternoon: the week-end, and with it other days than those of the run, lies ahead.
const now = new Date('2026-11-19T11:30:00Z')
const keys = makeKeys('a secret of thirty-two signs and more')
const name = `spec_${randomUUID().replaceAll('-', '')}`
let pool: pg.Pool

beforeAll(async () => {
  await onServer(`create database ${name} template ${template}`)
  pool = new pg.Pool({ connectionString: withDatabase(inject('databaseServer'), name) })
  pool.on('error', () => undefined)
  await seed()
})

afterAll(async () => {
  await pool.end()
  await onServer(`drop database if exists ${name} with (force)`)
})

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: inject('databaseServer') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function seed() {
  return seedDemonstration({ pool }, keys, makeUser, now)
}

async function makeUser(person: { name: string; email: string }): Promise<string> {
  const id = randomUUID()
  await pool.query('insert into auth_user (id, name, email) values ($1, $2, $3)', [
    id,
    person.name,
    person.email,
  ])
  return id
}

async function ask<Row extends object>(text: string): Promise<Row[]> {
  return (await pool.query<Row>(text)).rows
}

test('the demonstration is large and made once', async () => {
  const count = `select (select count(*)::int from interaction) as matters, (select count(*)::int from request) as requests,
    (select count(*)::int from beneficiary) as people, (select count(distinct preferred_language)::int from beneficiary) as languages,
    (select count(distinct status)::int from request) as states, (select count(*)::int from staff) as staff`
  const [first] = await ask<Record<string, number>>(count)
  await seed()
  expect(await ask(count)).toEqual([first])
  expect(first).toMatchObject({ matters: 300, requests: 270, languages: 12, staff: 11 })
  expect(first?.['states']).toBeGreaterThanOrEqual(12)
})

test('nothing in it lies ahead of its time', async () => {
  const [latest] = await ask<{ event: Date; entry: Date; matter: Date }>(
    `select (select max(at) from event) as event, (select max(at) from entry) as entry, (select max(last_activity_at) from interaction) as matter`,
  )
  for (const at of Object.values(latest ?? {})) expect(at.getTime()).toBeLessThanOrEqual(now.getTime())
})

test('every matter stands where its last event left it', async () => {
  const rows = await ask<{
    status: string
    open: boolean
    owed: boolean
    version: number
    told: { status: string; version: number }
  }>(
    `select i.status, i.open, i.waiting_since is not null as owed, i.version,
      (select e.payload from event e where e.aggregate_id = i.id order by e.id desc limit 1) as told from interaction i`,
  )
  for (const row of rows) {
    expect(row.told).toMatchObject({ status: row.status, version: row.version })
    expect(row.open).toBe(isOpen(row.status as never))
    expect(row.owed).toBe(isOwed(row.status as never) && row.status !== 'WAITING')
  }
})

test('the day begins with work of every kind: overdue, waiting, escalated, a missed call', async () => {
  const [day] = await ask<Record<string, number>>(`select count(*) filter (where open)::int as open,
    count(*) filter (where open and due_met_at is null and due_paused_at is null and due_at < '${now.toISOString()}')::int as overdue,
    count(*) filter (where status = 'WAITING')::int as waiting, count(*) filter (where status = 'ESCALATED')::int as escalated,
    count(*) filter (where status = 'CALLBACK_DUE')::int as calls from interaction`)
  expect(day?.['open']).toBeGreaterThanOrEqual(18)
  for (const kind of ['overdue', 'waiting', 'escalated', 'calls'])
    expect(day?.[kind], kind).toBeGreaterThan(0)
})

test('the demonstration is a well-run association with some misses', async () => {
  const [kept] = await ask<{ finished: number; since: Date }>(
    `select 100.0 * count(fulfilled_at)::int / count(*)::int as finished, (select policy_since from association) as since
      from request where submitted_at >= '${now.toISOString()}'::timestamptz - interval '90 days'`,
  )
  expect(Number(kept?.finished)).toBeGreaterThan(85)
  expect(Number(kept?.finished)).toBeLessThan(95)
  expect(kept?.since.getTime()).toBeLessThan(now.getTime() - 180 * 86_400_000)
})

test('every request stands where its last event left it, and waits for nothing that is over', async () => {
  const rows = await ask<{ status: string; version: number; told: { status: string; version: number } }>(
    `select r.status, r.version, (select e.payload from event e where e.aggregate_id = r.id order by e.id desc limit 1) as told from request r`,
  )
  for (const row of rows) expect(row.told).toMatchObject({ status: row.status, version: row.version })
  const [left] = await ask<{ n: number }>(
    `select count(*)::int as n from request where status = 'FULFILLED' and fulfilled_at < '${now.toISOString()}'::timestamptz - interval '7 days'`,
  )
  expect(left?.n).toBe(0)
})

test('a rating carries no person, no staff and no reference', async () => {
  const columns = await ask<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'survey_response'`,
  )
  expect(
    columns
      .map(({ name: column }) => column)
      .filter((column) => /staff|person|beneficiary|reference|interaction|request/.test(column)),
  ).toEqual([])
})

test('ratings were counted in batches of five or more of a kind, most of them before today', async () => {
  const batches = await ask<{ n: number }>(
    `select count(*)::int as n from survey_response where counted group by day, channel, kind, service_key, language`,
  )
  expect(batches.length).toBeGreaterThan(5)
  expect(Math.min(...batches.map(({ n }) => n))).toBeGreaterThanOrEqual(5)
  const [waiting] = await ask<{ part: number }>(
    `select (count(*) filter (where not counted))::float8 / count(*) as part from survey_response`,
  )
  expect(waiting?.part).toBeLessThan(0.5)
})

test('more people and matters are added on request, each thread with its two messages', async () => {
  const before = await ask<{ n: number }>('select count(*)::int as n from interaction')
  await seedBulk(pool, { people: 120, interactions: 1500 }, now, () => undefined)
  const [after] = await ask<{
    matters: number
    lone: number
    indexes: number
  }>(`select (select count(*)::int from interaction) as matters,
    (select count(*)::int from interaction i where i.search_text <> '' and (select count(*) from entry e where e.interaction_id = i.id) = 0) as lone,
    (select count(*)::int from pg_indexes where tablename = 'interaction') as indexes`)
  expect(after?.matters).toBe((before[0]?.n ?? 0) + 1500)
  expect(after?.lone).toBe(0)
  expect(after?.indexes).toBeGreaterThan(12)
})

test('invented people never come to an association of its own', async () => {
  await pool.query('update association set demonstration = false')
  await expect(seedBulk(pool, { people: 1, interactions: 1 }, now, () => undefined)).rejects.toThrow(
    /belongs to an association/,
  )
  await pool.query('update association set demonstration = true')
})

test('a real association begins with channels and services, and without people', async () => {
  await pool.query('truncate association, channel, service cascade')
  await seedEssentials(pool, now)
  const [made] = await ask<Record<string, number | boolean>>(
    `select demonstration, (select count(*)::int from channel) as channels, (select count(*)::int from service) as services from association`,
  )
  expect(made).toEqual({ demonstration: false, channels: 7, services: 5 })
})
