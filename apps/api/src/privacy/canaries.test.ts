import fs, { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealAll } from '../audit/seal.ts'
import { key, useApi } from '../testing/api.ts'
import { dump, plantCanaries, wordyColumns } from '../testing/canary.ts'
import type { Canary } from '../testing/canary.ts'

const folder = mkdtempSync(join(tmpdir(), 'sila-canaries-'))
const api = useApi({ SILA_LOG: 'debug', SILA_BACKUPS: folder, SILA_AUDIT_HEAD: join(folder, 'audit-head') })

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const apply = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { problems { code } } }`
const copy = `mutation ($input: PersonActInput!) { personExport(input: $input) { export problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`
const looked = `query ($id: ID!) { beneficiary(id: $id) { name } }`

const logged: string[] = []
let canaries: Canary[]
let id: string
let other: string

/** Somebody with a row in every table that knows people. */
async function live(name: string, phone: string): Promise<string> {
  const contact = { name, phone, city: 'Badr' }
  const question = { kind: 'COMPLAINT', text: `I am ${name}.`, language: 'en', anonymous: false, contact }
  await api.guest.ask(submit, { input: { clientMutationId: key(), ...question } })
  const answers = { topic: 'ISLAM', language: 'so', section: 'WOMEN', time: 'MORNING' }
  const request = { service: 'course', formVersion: 1, language: 'en', contact, answers }
  await api.guest.ask(apply, { input: { clientMutationId: key(), ...request } })
  const [row] = await api.sql<{ id: string; matter: string }>(
    `select b.id, i.id as matter from beneficiary b join interaction i on i.beneficiary_id = b.id where b.name = $1`,
    [name],
  )
  if (!row) throw new Error(`${name} was not taken in`)
  await (await api.as('salem')).ask(looked, { id: row.id })
  await api.house.looks.flush()
  const staff = api.idOf('dalal')
  const add = (table: string, columns: Record<string, unknown>) =>
    api.sql(
      `insert into ${table} (${Object.keys(columns)
        .map((column) => `"${column}"`)
        .join()})
        values (${Object.keys(columns)
          .map((_, index) => `$${index + 1}`)
          .join()})`,
      Object.values(columns),
    )
  const now = new Date()
  const of = { beneficiary_id: row.id }
  const code = uuidv7()
  await add('consent', { id: uuidv7(), ...of, purpose: 'AWARENESS', given_at: now })
  await add('data_right', {
    id: uuidv7(),
    ...of,
    right: 'COPY',
    channel: 'VISIT',
    text: 'x',
    received_at: now,
    due_at: now,
  })
  await add('legal_hold', {
    id: uuidv7(),
    ...of,
    reason: 'x',
    placed_at: now,
    placed_by: staff,
    lifted_at: now,
  })
  await add('identity_mark', { ...of, mark: Buffer.from(phone) })
  await add('person_key', { ...of, wrapped: Buffer.from(phone), master: 'x' })
  await add('matter_key', { matter_id: row.matter, wrapped: Buffer.from(phone), master: 'x' })
  await add('one_time_code', { id: code, address: phone, type: 'PHONE', ...of, at: now, expires_at: now })
  await add('outbox', {
    id: uuidv7(),
    address: phone,
    channel: 'SMS',
    template: 'CODE',
    language: 'en',
    code_id: code,
    state: 'SENT',
    at: now,
  })
  await add('beneficiary_session', {
    id: uuidv7(),
    token_hash: Buffer.from(phone),
    ...of,
    at: now,
    seen_at: now,
  })
  await add('paper_seen', {
    id: uuidv7(),
    ...of,
    paper: 'IQAMA',
    seen_at: now,
    seen_by: staff,
    unseen_at: now,
    unseen_by: staff,
    unseen_reason: 'x',
  })
  await add('break_glass', {
    id: uuidv7(),
    staff_id: staff,
    matter_type: 'INTERACTION',
    matter_id: row.matter,
    reference: 'x',
    ...of,
    sealed_reason: Buffer.from('x'),
    at: now,
    until: now,
  })
  await add('file', {
    id: uuidv7(),
    entry_id: await entryOf(row.matter),
    name: 'x',
    size: 1,
    state: 'REFUSED',
    refusal: 'FILE_BROKEN',
    at: now,
    key_of: row.id,
  })
  return row.id
}

async function entryOf(matter: string) {
  return (await api.sql<{ id: string }>('select id from entry where interaction_id = $1', [matter]))[0]?.id
}

const copyOf = async (person: string) =>
  JSON.stringify(
    (await (await api.as('dalal')).ask(copy, { input: { clientMutationId: key(), beneficiaryId: person } }))
      .data.personExport.export,
  )

beforeAll(async () => {
  const write = fs.write.bind(fs)
  vi.spyOn(fs, 'write').mockImplementation((...args: unknown[]) => {
    logged.push(String(args[1]))
    return Reflect.apply(write, fs, args)
  })
  id = await live('Zaynab Qutbuddin', '+966507713001')
  other = await live('Tomasz Wielki', '+966507713002')
  canaries = await plantCanaries(api, id, 'A')
})

afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

test('every personal column that can hold words or bytes, of every table, bears a marked value', async () => {
  const marked = new Set(canaries.map(({ column }) => column))
  const all = (await wordyColumns(api)).map(({ table, column }) => `${table}.${column}`)
  expect(all.filter((column) => !marked.has(column))).toEqual([])
  expect(all.length).toBeGreaterThan(40)
})

test('each marked value that is exportable is in the copy of its person, and in nobody else’s', async () => {
  // A key that opens nothing is a marked one: what is sealed with it is not in this copy.
  await api.sql('delete from person_key where beneficiary_id = $1', [id])
  const own = await copyOf(id)
  expect(canaries.filter(({ exportable, mark }) => exportable !== own.includes(mark))).toEqual([])
  expect(await copyOf(other)).not.toMatch(/canaryA|Zaynab|713001/)
})

test('after the erasure none is anywhere: no table, no job, no log, no answer, no file', async () => {
  const dalal = await api.as('dalal')
  const { data } = await dalal.ask(erase, {
    input: { clientMutationId: key(), beneficiaryId: id, ground: 'ASKED' },
  })
  expect(data.personErase.problems).toEqual([])
  await sealAll(api.house.database.pool, api.house.keys)
  // Failures speak as well: of a table that is away, and of a word that is no id.
  await api.sql('alter table entry rename to entry_away')
  const failed = await api.guest.ask(submit, {
    input: { clientMutationId: key(), kind: 'INQUIRY', text: 'canaryA', language: 'en', anonymous: true },
  })
  await api.sql('alter table entry_away rename to entry')
  const unknown = await dalal.ask(looked, { id: 'canaryA Zaynab' })
  const answers = await Promise.all(
    ['/livez', '/readyz', '/metrics'].map(async (path) => (await fetch(`${api.url}${path}`)).text()),
  )
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const path = join(folder, name)
    return fs.statSync(path).isFile() ? readFileSync(path, 'latin1') : ''
  })
  expect(files.length).toBeGreaterThan(0)
  expect(logged.length).toBeGreaterThan(0)
  const everywhere = {
    ...{ database: await dump(api), log: logged.join('\n'), errors: JSON.stringify([failed, unknown]) },
    ...{ answers: answers.join('\n'), files: files.join('\n') },
  }
  for (const [where, text] of Object.entries(everywhere))
    expect(text.match(/.{0,60}(canaryA|zaynab|qutbuddin|713001).{0,20}/gi) ?? [], where).toEqual([])
  expect(everywhere.database).toContain('Wielki')
})
