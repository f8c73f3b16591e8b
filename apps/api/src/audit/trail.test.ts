import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeContext } from '../context.ts'
import { change } from '../events.ts'
import { recordExport } from '../privacy/person.acts.ts'
import { makeDice } from '../seeds/dice.ts'
import type { Dice } from '../seeds/dice.ts'
import { key, useApi } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import { withDatabase } from '../testing/global-setup.ts'
import { checkTrail } from './check.ts'
import { sealLost } from './lost.ts'
import { readHead, sealAll } from './seal.ts'
import type { Head } from './seal.ts'
import { auditedList } from './tables.ts'
import { verifyTrail } from './verify.ts'

const api = useApi()

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const note = `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`
const copy = `mutation ($input: PersonActInput!) { personExport(input: $input) { problems { code } } }`
const person = `query ($id: ID!) { beneficiary(id: $id) { name } }`

let serial = 0
/** Whoever owns the tables, and may do with them what no wall holds. */
let owner: pg.Client
let head: Head

const seal = () => sealAll(api.house.database.pool, api.house.keys)
/** Seals so many rows; acts that are under way in other databases of the same server may hold the horizon back a moment. */
async function sealSoon(count: number, sealed = 0) {
  for (const until = Date.now() + 20_000; sealed < count && Date.now() < until;) sealed += await seal()
  expect(sealed).toBe(count)
}
const sealRest = async () => sealSoon((await verify()).unsealed)
const verify = (heads: Head[] = []) => checkTrail(api.house.database.pool, api.house.keys, heads)
const headNow = async () => {
  const found = await readHead(api.house.database.pool)
  if (!found) throw new Error('nothing was sealed')
  return found
}

async function ask(name: string, phone: string) {
  const contact = { name, phone }
  const input = {
    ...{
      clientMutationId: key(),
      kind: 'COMPLAINT',
      text: `${name} waits.`,
      language: 'en',
      anonymous: false,
    },
    contact,
  }
  await api.guest.ask(submit, { input })
  const [row] = await api.sql<{ id: string; matter: string }>(
    `select b.id, i.id as matter from interaction i join beneficiary b on b.id = i.beneficiary_id where b.name = $1`,
    [name],
  )
  if (!row) throw new Error(`${name} was not taken in`)
  return row
}

async function tend({ id, matter }: { id: string; matter: string }) {
  const salem = await api.as('salem')
  await salem.ask(person, { id })
  for (let n = 0; n < 3; n++)
    await salem.ask(note, { id: matter, input: { clientMutationId: key(), text: `Note ${n}` } })
  const dalal = await api.as('dalal')
  await dalal.ask(copy, { input: { clientMutationId: key(), beneficiaryId: id } })
  // As at the server, where nobody is signed in.
  await recordExport(ctx(), id, key())
  await api.house.looks.flush()
}

const ctx = () => makeContext(api.house, { type: 'SYSTEM' }, 'en')

const openIt = `mutation ($input: BreakGlassOpenInput!) { breakGlassOpen(input: $input) { opening { id } problems { code } } }`
const endIt = `mutation ($id: ID!, $input: BreakGlassEndInput!) { breakGlassEnd(id: $id, input: $input) { problems { code } } }`

/** Opens a matter in an emergency, and ends that before its hour where it is told to. */
async function rescue(matter: string, ended: boolean) {
  const [{ reference } = { reference: '' }] = await api.sql<{ reference: string }>(
    `update interaction set sensitivity = 'COUNSELLING' where id = $1 returning reference`,
    [matter],
  )
  const khalid = await api.as('khalid')
  const reason = 'A life may be in danger and nobody of the circle answers.'
  const proof = { clientMutationId: key(), reference, reason, password: people.khalid.password }
  const { data } = await khalid.ask(openIt, { input: proof })
  const { id } = data.breakGlassOpen.opening
  if (ended) await khalid.ask(endIt, { id, input: { clientMutationId: key() } })
}

const eraseNow = async (id: string) =>
  (await api.as('dalal')).ask(erase, {
    input: { clientMutationId: key(), beneficiaryId: id, ground: 'ASKED' },
  })

/** Words in an event, and who could see the matter before, as some acts leave them. */
async function worded(matter: string) {
  await change(ctx(), { name: 'spec', key: key(), input: {} }, async () => ({
    result: {},
    event: {
      ...{ aggregate: 'interaction', aggregateId: matter, type: 'interaction.spoken', visibility: 'STAFF' },
      payload: { status: 'OPEN', reason: 'words of somebody', version: 1, share: 0.1, none: null },
      before: { teamId: null, assigneeId: matter, circle: [matter], sensitivity: 'COUNSELLING' },
    },
  }))
}

beforeAll(async () => {
  const [own] = await api.sql<{ name: string }>('select current_database() as name')
  owner = new pg.Client({ connectionString: withDatabase(inject('databaseServer'), own?.name ?? '') })
  await owner.connect()
  // Before there were marks.
  for (let n = 0; n < 3; n++)
    await api.sql(
      `insert into event (id, aggregate, aggregate_id, type, visibility, payload, at) values ($1, 'survey', $1, 'survey.answered', 'STAFF', '{"old": 1.50}', now())`,
      [uuidv7()],
    )
  const maryam = await ask('Maryam Old', '+966507770101')
  const yusuf = await ask('Yusuf Gone', '+966507770102')
  for (const one of [maryam, yusuf]) {
    await tend(one)
    await worded(one.matter)
  }
  await seal()
  await eraseNow(yusuf.id)
  await tend(maryam)
  for (const ended of [true, true, false, false])
    await rescue((await ask(`In Danger ${serial++}`, `+96650777011${serial}`)).matter, ended)
  await sealRest()
  head = await headNow()
})

afterAll(() => owner.end())

describe('the audit trail', () => {
  test('stands whole after acts, looks and an erasure', async () => {
    const report = await verify([head])
    expect(report.damages).toEqual([])
    expect(report.unsealed).toBe(0)
    // One declaration opens and one closes.
    expect(report.seals).toBe(report.rows + 2)
    const [{ n } = { n: 0 }] = await api.sql<{ n: number }>(
      `select ${auditedList.map(([name]) => `(select count(*)::int from ${name})`).join(' + ')} as n`,
    )
    expect(report.rows).toBe(n)
    // Of each table that holds anything of the person, the erasure says what it took.
    const blanked = await api.sql<{ table: string }>(
      'select distinct row_table as "table" from redaction order by 1',
    )
    expect(blanked.map(({ table }) => table)).toEqual(['data_export', 'event', 'look'])
    expect(await api.sql('select from event where salt is null and before is not null')).toEqual([])
    expect(await api.sql('select from event where salt is not null and before is not null')).not.toEqual([])
    const exports = await api.sql<{ by: string | null; of: string | null }>(
      'select staff_id as by, beneficiary_id as of from data_export where mark is not null',
    )
    expect(exports).toHaveLength(6)
    expect(exports.filter(({ by }) => by === null)).toHaveLength(3)
    expect(exports.filter(({ of }) => of === null)).toHaveLength(2)
  })

  test('knows what is not sealed yet, and that it bears the mark of the house', async () => {
    const maryam = await ask('Somebody New', '+966507770103')
    await worded(maryam.matter)
    const report = await verify([head])
    expect(report).toMatchObject({ damages: [], unsealed: 2 })
    await sealSoon(2)
    expect(await verify([head])).toMatchObject({ damages: [], unsealed: 0 })
    head = await headNow()
  })

  test('knows for ever of a row that was deleted before it was sealed', async () => {
    const { database, keys, written } = api.house
    const lost = () => sealLost(database.pool, keys, written)
    expect(await lost()).toEqual([])
    expect(written.waiting()).toEqual([])
    const { id, matter } = await ask('Deleted Soon', '+966507770106')
    const salem = await api.as('salem')
    await salem.ask(note, { id: matter, input: { clientMutationId: key(), text: 'Something to hide' } })
    await salem.ask(person, { id })
    await api.house.looks.flush()
    // An act that was refused wrote nothing, and one that is sent again nothing more.
    const again = { id: matter, input: { clientMutationId: key(), text: 'Said once' } }
    for (const input of [{ clientMutationId: key(), text: ' ' }, again.input, again.input])
      await salem.ask(note, { id: matter, input })
    expect(written.waiting().map(({ table }) => table)).toEqual(['event', 'event', 'look', 'event'])
    const deleted = await owner.query<{ id: string }>(
      `delete from event where id in (select id from event where aggregate_id = $1 and type = 'interaction.noted' order by id limit 1) returning id`,
      [matter],
    )
    const looks = await owner.query<{ id: string }>(
      `delete from look where beneficiary_id = $1 returning id`,
      [id],
    )
    const gone = [
      { table: 'event', id: deleted.rows[0]?.id },
      { table: 'look', id: looks.rows[0]?.id },
    ]
    expect(await verify([head])).toMatchObject({ damages: [], unsealed: 2 })
    expect(await lost()).toEqual(gone)
    expect(written.waiting()).toHaveLength(2)
    await sealSoon(2)
    expect(await lost()).toEqual([])
    expect(written.waiting()).toEqual([])
    const wrong = 'the row was deleted before it was sealed'
    expect((await verify([head])).damages).toEqual(gone.map((row) => ({ ...row, wrong })))
    // What says so is sealed itself: it is not taken back.
    await owner.query('begin')
    await owner.query(`delete from seal where row_table = 'lost event'`)
    expect((await verifyTrail(owner, keys, [head])).damages.length).toBeGreaterThan(1)
    await owner.query('rollback')
    const standing = await headNow()
    await owner.query(
      `delete from seal where seq >= (select min(seq) from seal where row_table like 'lost %')`,
    )
    expect((await verify([standing])).damages).toContainEqual(
      expect.objectContaining({ wrong: 'the chain does not pass through the head that was written down' }),
    )
    // For the specs that follow: as if nobody had deleted anything.
    await sealRest()
    head = await headNow()
    expect(await verify([head])).toMatchObject({ damages: [], unsealed: 0 })
  })

  test('is closed to the house itself: nothing of it is altered or taken away', async () => {
    for (const table of [...auditedList.map(([name]) => name), 'seal'])
      for (const statement of [`delete from ${table}`, `truncate ${table}`, `update ${table} set xid = xid`])
        await expect(api.house.database.pool.query(statement), statement).rejects.toMatchObject({
          code: '42501',
        })
  })

  test('has no gap and no seal twice when two seal at once and one is killed in the middle', async () => {
    const { matter } = await ask('Anxious One', '+966507770104')
    for (let n = 0; n < 12; n++) await worded(matter)
    const { pool } = api.house.database
    const killed = await pool.connect()
    const { rows } = await killed.query<{ pid: number }>('select pg_backend_pid() as pid')
    await killed.query('begin')
    await killed.query(`select pg_advisory_xact_lock(hashtext('sila seal'))`)
    await killed.query(
      `insert into seal select max(seq) + 1, 'event', gen_random_uuid(), '7', '\\x00', '\\x00' from seal`,
    )
    // While one seals, another has nothing to do, and waits for nobody.
    expect(await seal()).toBe(0)
    await api.sql('select pg_terminate_backend($1)', [rows[0]?.pid])
    killed.release(true)
    const counts = await Promise.all([1, 2, 3].map(() => sealAll(pool, api.house.keys, 3)))
    await sealSoon(
      13,
      counts.reduce((sum, count) => sum + count, 0),
    )
    expect(await verify([head])).toMatchObject({ damages: [], unsealed: 0 })
    head = await headNow()
  })

  test('lets an act that is under way neither wait nor be left out', async () => {
    const late = await api.house.database.pool.connect()
    await late.query('begin')
    await late.query('select pg_current_xact_id()')
    await ask('Patient One', '+966507770105')
    // What began before the horizon may still come: nothing behind it is sealed.
    expect(await seal()).toBe(0)
    await late.query('commit')
    late.release()
    await sealSoon(1)
    head = await headNow()
  })
})

/** An edit of whoever owns the tables; says what it did, or nothing where there was nothing to do. */
type Edit = (dice: Dice) => Promise<string | undefined>

const columns = new Map<string, { name: string; type: string }[]>()
const one = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row | undefined> =>
  (await owner.query<Row>(text, values)).rows[0]
const anyRow = (table: string, dice: Dice, order = 'id') =>
  one<{ id: string; line: string }>(
    `select ${order}::text as id, t::text as line from ${table} t order by ${order} offset ${dice.between(0, 1_000_000)} % (select greatest(count(*), 1) from ${table}) limit 1`,
  )

const another: Readonly<Record<string, (column: string, dice: Dice) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column, dice) =>
    dice.pick([`${column} || 'x'`, `upper(${column}) || ' '`, `left(${column}, -1)`, `reverse(${column})`]),
  jsonb: (column, dice) =>
    dice.pick([
      `${column} || '{"forged": true}'`,
      `'{}'`,
      `${column} - (select min(k) from jsonb_object_keys(${column}) k)`,
      `${column} || '{"status": "CLOSED "}'`,
      `${column} || '{"version": 1.00000000000000000001}'`,
    ]),
  json: (column, dice) =>
    dice.pick([`(${column}::jsonb || '{"teamId": "forged"}')::json`, `(${column}::jsonb - 'circle')::json`]),
  timestamptz: (column, dice) =>
    dice.pick([`${column} + interval '1 microsecond'`, `${column} - interval '1 day'`]),
  bytea: (column, dice) =>
    dice.pick([
      `set_bit(${column}, ${dice.between(0, 100)}, 1 - get_bit(${column}, ${dice.between(0, 100)}))`,
      `'\\x00'`,
    ]),
  int4: (column) => `${column} + 1`,
  int8: (column) => `${column} + 1`,
  xid8: (column, dice) => `((${column}::text)::bigint + ${dice.pick([-1, 1, 7])})::text::xid8`,
}

const tables = auditedList
  .map(([name]) => name)
  .filter((name) =>
    ['event', 'look', 'break_glass', 'break_glass_end', 'data_export', 'erasure', 'redaction'].includes(name),
  )

const alterRow =
  (table: string, order = 'id'): Edit =>
  async (dice) => {
    const row = await anyRow(table, dice, order)
    const { name, type } = dice.pick(columns.get(table) ?? [])
    if (!row) return undefined
    const nulled = dice.between(0, 9) === 0
    const set = nulled ? 'null' : (another[type]?.(`"${name}"`, dice) ?? 'null')
    await owner.query(`update ${table} set "${name}" = ${set} where ${order}::text = $1`, [row.id])
    const after = await one<{ same: boolean }>(
      `select exists (select from ${table} t where t::text = $1) as same`,
      [row.line],
    )
    return after?.same ? undefined : `${table}.${name} = ${set}`
  }

const deleteRow =
  (table: string, order = 'id'): Edit =>
  async (dice) => {
    const row = await anyRow(table, dice, order)
    await owner.query(`delete from ${table} where ${order}::text = $1`, [row?.id])
    return row && `${table} without ${row.id}`
  }

// One that runs yet: it ends once.
const running = `(select g.id from break_glass g where not exists (select from break_glass_end e where e.break_glass_id = g.id) limit 1)`

const forgeIn =
  (table: string): Edit =>
  async (dice) => {
    const row = await anyRow(table, dice)
    const names = (columns.get(table) ?? []).map(({ name }) => name)
    // A copy of a true row under another id, as old as it or new, marked as it was or not at all.
    const values = names.map((name) => {
      if (name === 'id' || name === 'row_id') return 'gen_random_uuid()'
      if (table === 'break_glass_end' && name === 'break_glass_id') return running
      if (name === 'quarter') return `quarter + interval '15 minutes'`
      if (name === 'xid') return dice.pick(['xid', 'pg_current_xact_id()'])
      return name === 'mark' ? dice.pick(['mark', 'null']) : `"${name}"`
    })
    const list = names.map((name) => `"${name}"`).join()
    await owner.query(
      `insert into ${table} (${list}) select ${values.join()} from ${table} where id::text = $1`,
      [row?.id],
    )
    return row && `${table} with a forged row: ${values.join()}`
  }
const forgeRow: Edit = (dice) => forgeIn(dice.pick(tables))(dice)

const swapRows: Edit = async (dice) => {
  const table = dice.pick(['event', 'look', 'redaction'])
  const [a, b] = [await anyRow(table, dice), await anyRow(table, dice)]
  const names = (columns.get(table) ?? []).map(({ name }) => name).filter((name) => name !== 'id')
  const some = names.filter(() => dice.between(0, 3) > 0 || table !== 'event').map((name) => `"${name}"`)
  if (!a || !b || a.id === b.id || some.length === 0) return undefined
  await owner.query(`drop index look_once, redaction_once`)
  const { rowCount } = await owner.query(
    `update ${table} t set (${some.join()}) = row (${some.map((name) => `o.${name}`).join()}) from ${table} o
      where (t.id::text, o.id::text) in (($1, $2), ($2, $1)) and (${some.map((name) => `t.${name}`).join()}) is distinct from (${some.map((name) => `o.${name}`).join()})`,
    [a.id, b.id],
  )
  return rowCount === 0 ? undefined : `${table}: ${a.id} and ${b.id} swapped in ${some.join()}`
}

const reorderSeals: Edit = async (dice) => {
  const [a, b] = [dice.between(1, head.count), dice.between(1, head.count)]
  if (a === b) return undefined
  await owner.query(`update seal set seq = -seq where seq in ($1, $2)`, [a, b])
  await owner.query(`update seal set seq = case seq when -$1::bigint then $2 else $1 end where seq < 0`, [
    a,
    b,
  ])
  return `seals ${a} and ${b} in each other's place`
}

const cutTail: Edit = async (dice) => {
  const from = dice.between(1, head.count)
  const { rows } = await owner.query<{ table: string; id: string }>(
    `delete from seal where seq >= $1 returning row_table as table, row_id as id`,
    [from],
  )
  // With the rows or without them.
  if (dice.between(0, 1) === 1)
    for (const { table, id } of rows)
      if (table !== 'declaration') await owner.query(`delete from ${table} where id = $1`, [id])
  return `the tail cut off at ${from}`
}

/** Blanks an event as an erasure would, and writes everything that an erasure writes, but for what takes the secret. */
const forgeErasure: Edit = async (dice) => {
  const row = await one<{ id: string }>(
    `select id from event where payload ? 'reason' or payload ? 'version' order by id offset ${dice.between(0, 20)} limit 1`,
  )
  if (!row) return undefined
  await owner.query(`update event set payload = payload - 'reason' - 'version', salt = null where id = $1`, [
    row.id,
  ])
  if (dice.between(0, 2) === 0) return `${row.id} blanked`
  const cause = await anyRow('erasure', dice)
  await owner.query(
    `insert into redaction (id, row_table, row_id, cause_id, remains, at, mark, xid)
      select gen_random_uuid(), 'event', $1, $2, sha256(convert_to('{}', 'utf8')), at, mark, xid from redaction order by id limit 1`,
    [row.id, cause?.id],
  )
  return `${row.id} blanked by a forged redaction`
}

/** Brings back what an erasure took. */
const undoErasure: Edit = async (dice) => {
  const row = await one<{ id: string }>(
    `select row_id as id from redaction where row_table = 'event' order by id offset ${dice.between(0, 3)} limit 1`,
  )
  if (!row) return undefined
  await owner.query(
    `update event set payload = payload || '{"reason": "words of somebody"}', salt = ${dice.pick(['salt', `'\\x01'`])} where id = $1`,
    [row.id],
  )
  return `${row.id} un-erased`
}

const edits: readonly Edit[] = [
  ...[...tables, ...tables].map((table) => alterRow(table)),
  alterRow('event'),
  alterRow('look'),
  alterRow('seal', 'seq'),
  alterRow('seal', 'seq'),
  ...tables.map((table) => deleteRow(table)),
  ...[
    deleteRow('seal', 'seq'),
    forgeRow,
    forgeRow,
    swapRows,
    reorderSeals,
    cutTail,
    forgeErasure,
    undoErasure,
  ],
]

/** Makes so many edits, one after the other, each on the whole trail; answers with those that were not noticed. */
async function missedOf(edits: readonly Edit[], count: number): Promise<string[]> {
  const number = Number(process.env['SILA_SEED'] ?? Date.now() % 1_000_000)
  process.stdout.write(`edits of the audit trail: SILA_SEED=${number}\n`)
  const dice = makeDice(number)
  const { rows } = await owner.query<{ table: string; name: string; type: string }>(
    `select table_name as "table", column_name as name, udt_name as type from information_schema.columns where table_schema = 'public'`,
  )
  columns.clear()
  for (const { table, ...column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
  const missed: string[] = []
  let done = 0
  while (done < count) {
    await owner.query('begin')
    try {
      const told = await dice.pick(edits)(dice)
      if (told) {
        done++
        const { damages } = await verifyTrail(owner, api.house.keys, [head])
        if (damages.length === 0) missed.push(told)
      }
    } catch (error) {
      // A constraint of the tables refused it: nothing was edited.
      if (!(error instanceof pg.DatabaseError)) throw error
    }
    await owner.query('rollback')
  }
  return missed
}

test('100 random edits of when an emergency ended and by whom, that it did or did not: each is detected', async () => {
  const table = 'break_glass_end'
  expect(await missedOf([alterRow(table), deleteRow(table), forgeIn(table)], 100)).toEqual([])
})

test('1,000 random edits by whoever owns the tables: each is detected', async () => {
  expect(await missedOf(edits, 1000)).toEqual([])
  expect(await verify([head])).toMatchObject({ damages: [] })
}, 120_000)
