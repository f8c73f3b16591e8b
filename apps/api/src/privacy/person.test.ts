import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { dump, plantCanaries } from '../testing/canary.ts'
import type { Canary } from '../testing/canary.ts'
import { pdf, sendWhole } from '../testing/uploads.ts'
import { personalTables } from './personal-data.ts'

const api = useApi({ SILA_LOG: 'debug' })

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const apply = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const note = `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`
const answer = `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) { problems { code } } }`
const consent = `mutation ($id: ID!, $input: ConsentSetInput!) { consentSet(beneficiaryId: $id, input: $input) { problems { code } } }`
const right = `mutation ($input: DataRightRecordInput!) { dataRightRecord(input: $input) { problems { code } } }`
const copy = `mutation ($input: PersonActInput!) { personExport(input: $input) { export problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code message } } }`
const hold = `mutation ($input: LegalHoldInput!) { legalHoldPlace(input: $input) { beneficiary { legalHolds { reason liftedAt } } problems { code } } }`
const lift = `mutation ($input: PersonActInput!) { legalHoldLift(input: $input) { beneficiary { legalHolds { liftedAt } } problems { code } } }`
const see = `mutation ($input: PaperSeeInput!) { paperSee(input: $input) { problems { code } } }`
const track = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) { reference } }`
const person = `query ($id: ID!) { beneficiary(id: $id) { name interactions(first: 10) { nodes { id } } } }`
const figures = `select kind, channel, language, status, received_at, answered_at is not null as answered, reopened_count from interaction order by id`

/** Somebody with something in every table: a complaint, a request, notes, answers, consents, a request about data. */
async function live(name: string, phone: string) {
  const contact = { name, phone, email: `${phone.slice(1)}@people.example`, preferred: 'PHONE', city: 'Badr' }
  const first = {
    clientMutationId: key(),
    kind: 'COMPLAINT',
    text: `I am ${name}.`,
    language: 'en',
    anonymous: false,
    contact,
  }
  const { data } = await api.guest.ask(submit, { input: first })
  const answers = { topic: 'ISLAM', language: 'so', section: 'WOMEN', time: 'MORNING' }
  const second = {
    clientMutationId: key(),
    service: 'course',
    formVersion: 1,
    language: 'en',
    contact,
    answers,
  }
  await api.guest.ask(apply, { input: second })
  const [known] = await api.sql<{ id: string; matter: string }>(
    `select b.id, i.id as matter from beneficiary b join interaction i on i.beneficiary_id = b.id where b.name = $1`,
    [name],
  )
  if (!known) throw new Error(`${name} was not taken in`)
  const { id, matter } = known
  const salem = await api.as('salem')
  await salem.ask(person, { id })
  await salem.ask(note, { id: matter, input: { clientMutationId: key(), text: `A note about ${name}.` } })
  await salem.ask(answer, {
    id: matter,
    input: { clientMutationId: key(), text: `Dear ${name}`, language: 'en' },
  })
  await salem.ask(consent, { id, input: { clientMutationId: key(), purpose: 'AWARENESS', given: true } })
  await salem.ask(right, {
    input: {
      clientMutationId: key(),
      beneficiaryId: id,
      right: 'ERASURE',
      channel: 'VISIT',
      text: `Erase ${name}.`,
    },
  })
  const dalal = await api.as('dalal')
  await dalal.ask(hold, {
    input: { clientMutationId: key(), beneficiaryId: id, reason: `A dispute with ${name}` },
  })
  await dalal.ask(lift, { input: { clientMutationId: key(), beneficiaryId: id } })
  await api.sql(
    `with code as (insert into one_time_code (id, address, type, beneficiary_id, at, expires_at)
        values (gen_random_uuid(), $2, 'PHONE', $1, now(), now()) returning id)
      insert into outbox (id, address, channel, template, language, code_id, state, at)
        select gen_random_uuid(), $2, 'SMS', 'CODE', 'en', id, 'SENT', now() from code`,
    [id, phone],
  )
  await api.sql(
    `insert into beneficiary_session (id, token_hash, beneficiary_id, at, seen_at) values (gen_random_uuid(), $2, $1, now(), now())`,
    [id, Buffer.from(phone)],
  )
  await api.sql(
    `insert into break_glass (id, staff_id, matter_type, matter_id, reference, beneficiary_id, sealed_reason, sealed_for, at, until)
      values (gen_random_uuid(), $2, 'INTERACTION', $3, 'Q-104327', $1, '\\x00', $1, now(), now())`,
    [id, api.idOf('khalid'), matter],
  )
  await sendWhole(api, data.interactionSubmit.receipt, pdf(`The letter of ${name}`), `${name}.pdf`)
  await salem.ask(see, { input: { clientMutationId: key(), beneficiaryId: id, paper: 'IQAMA' } })
  await api.house.looks.flush()
  return { id, matter, first, receipt: data.interactionSubmit.receipt }
}

async function copyOf(id: string) {
  const { data } = await (
    await api.as('dalal')
  ).ask(copy, { input: { clientMutationId: key(), beneficiaryId: id } })
  return data.personExport.export
}

const eraseAs = async (who: 'dalal' | 'admin', id: string, ground = 'ASKED', clientMutationId = key()) =>
  (await api.as(who)).ask(erase, { input: { clientMutationId, beneficiaryId: id, ground } })

let zaynab: Awaited<ReturnType<typeof live>>
let other: Awaited<ReturnType<typeof live>>
let canaries: Canary[]
const logged: string[] = []

beforeAll(async () => {
  const write = fs.write.bind(fs)
  vi.spyOn(fs, 'write').mockImplementation((...args: unknown[]) => {
    // Files of people are written too, and are no log.
    if (args[0] === 1 || args[0] === 2) logged.push(String(args[1]))
    return Reflect.apply(write, fs, args)
  })
  zaynab = await live('Zaynab Qutbuddin', '+966507711001')
  other = await live('Tomasz Wielki', '+966507711002')
  canaries = await plantCanaries(api, zaynab.id, 'A')
  await plantCanaries(api, other.id, 'B')
})

afterAll(() => vi.restoreAllMocks())

describe('the copy that a person gets', () => {
  test('holds every marked value that is exportable, and nothing of anybody else', async () => {
    expect(canaries.length).toBeGreaterThan(25)
    const own = JSON.stringify(await copyOf(zaynab.id))
    expect(canaries.filter(({ exportable, mark }) => exportable && !own.includes(mark))).toEqual([])
    expect(canaries.filter(({ exportable, mark }) => !exportable && own.includes(mark))).toEqual([])
    expect(own).not.toMatch(/canaryB|Tomasz|Wielki|711002/)
    const others = JSON.stringify(await copyOf(other.id))
    expect(others).not.toMatch(/canaryA|Zaynab|Qutbuddin|711001/)
    expect(others).toContain('canaryB')
  })

  test('reaches every table that knows a person', async () => {
    const { tables } = await copyOf(zaynab.id)
    const shown = personalTables.filter(
      ([, { rows, columns }]) => rows && Object.values(columns).some((tag) => tag?.exportable),
    )
    const empty = new Set(['survey_invitation', 'data_export'])
    expect(shown.map(([name]) => name).filter((name) => !(name in tables) && !empty.has(name))).toEqual([])
  })

  test('names no member of staff, and leaves the notes among them inside', async () => {
    const text = JSON.stringify(await copyOf(other.id))
    expect(text).not.toMatch(/سالم|دلال|A note about/)
  })

  test('is an event and a look, and is for the privacy officer alone', async () => {
    await copyOf(zaynab.id)
    await api.house.looks.flush()
    const events = await api.sql(
      `select actor_id, visibility from event where aggregate_id = $1 and type = 'beneficiary.exported'`,
      [zaynab.id],
    )
    expect(events).toContainEqual({ actor_id: api.idOf('dalal'), visibility: 'STAFF' })
    expect(
      await api.sql(`select from look where beneficiary_id = $1 and what = 'EXPORT'`, [zaynab.id]),
    ).toHaveLength(1)
    for (const name of ['salem', 'khalid', 'huda', 'admin'] as const) {
      const input = { clientMutationId: key(), beneficiaryId: zaynab.id }
      const { errors } = await (await api.as(name)).ask(copy, { input })
      expect(errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
  })
})

describe('an erasure', () => {
  test('is for the privacy officer alone, and a hold stops it', async () => {
    expect((await eraseAs('admin', zaynab.id)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    const dalal = await api.as('dalal')
    const held = await dalal.ask(hold, {
      input: { clientMutationId: key(), beneficiaryId: zaynab.id, reason: 'A court asks for it.' },
    })
    expect(held.data.legalHoldPlace.problems).toEqual([])
    const { data } = await eraseAs('dalal', zaynab.id)
    expect(data.personErase).toMatchObject({ rows: null, problems: [{ code: 'LEGAL_HOLD' }] })
    expect(await dump(api)).toContain('canaryA')
    await dalal.ask(lift, { input: { clientMutationId: key(), beneficiaryId: zaynab.id } })
    const again = await dalal.ask(lift, { input: { clientMutationId: key(), beneficiaryId: zaynab.id } })
    expect(again.data.legalHoldLift.problems).toEqual([{ code: 'ACT_NOT_ALLOWED' }])
  })

  test('leaves nothing of the person in any table, and everything of everybody else', async () => {
    // What was written since carries her own words again, beside the marks.
    const before = await api.sql(figures)
    const kept = JSON.stringify((await copyOf(other.id)).tables)
    const clientMutationId = key()
    const { data } = await eraseAs('dalal', zaynab.id, 'ASKED', clientMutationId)
    expect(data.personErase).toMatchObject({ rows: expect.any(Number), problems: [] })
    const left = await dump(api)
    expect(canaries.filter(({ mark }) => left.includes(mark))).toEqual([])
    for (const value of ['zaynab', 'qutbuddin', '711001', zaynab.receipt.secret])
      expect(left.toLowerCase()).not.toContain(value.toLowerCase())
    expect(left).toContain('canaryB')
    expect(JSON.stringify((await copyOf(other.id)).tables)).toBe(kept)

    const after = await api.sql<{ status: string }>(figures)
    const facts = (rows: object[]) => rows.map((row) => ({ ...row, status: undefined }))
    expect(facts(after)).toEqual(facts(before))
    const repeated = await eraseAs('dalal', zaynab.id, 'ASKED', clientMutationId)
    expect(repeated.data).toEqual(data)
    const anew = await eraseAs('dalal', zaynab.id)
    expect(anew.data.personErase.problems).toMatchObject([{ code: 'PERSON_UNKNOWN' }])
  })

  test('leaves its own trace: who, when and why, and of whom no more', async () => {
    const { data } = await (
      await api.as('dalal')
    ).ask('{ erasures(first: 10) { nodes { ground rows by { name } } } }')
    expect(data.erasures.nodes).toEqual([
      { ground: 'ASKED', rows: expect.any(Number), by: { name: 'دلال العتيبي' } },
    ])
    expect(await api.sql('select from look where beneficiary_id = $1', [zaynab.id])).toEqual([])
  })

  test('ends what was open, so that nobody waits for nobody', async () => {
    const rows = await api.sql('select open, status, due_at, beneficiary_id from interaction where id = $1', [
      zaynab.matter,
    ])
    expect(rows).toEqual([{ open: false, status: 'CLOSED', due_at: null, beneficiary_id: null }])
    const events = await api.sql<{ type: string }>(
      'select type from event where aggregate_id = $1 order by id desc',
      [zaynab.matter],
    )
    expect(events[0]?.type).toBe('interaction.closed')
  })

  test('attack: the receipt of an erased person opens nothing, and what their phone sends once more brings nothing back', async () => {
    const { reference, secret } = zaynab.receipt
    const tracked = await api.guest.ask(track, { reference, secret })
    expect(tracked.data?.tracked ?? null).toBeNull()
    const { data } = await api.guest.ask(submit, { input: zaynab.first })
    expect(data.interactionSubmit.problems).toMatchObject([{ code: 'ALREADY_SENT_DIFFERENTLY' }])
    expect(await dump(api)).not.toContain('Qutbuddin')
  })

  test('and everything before it, failures too, wrote none of the values into a log', async () => {
    await api.sql('alter table entry rename to entry_away')
    await api.sql('alter table look rename to look_away')
    const contact = { name: 'Tomasz Wielki', phone: '+966507711002' }
    const input = {
      clientMutationId: key(),
      kind: 'INQUIRY',
      text: 'canaryC',
      language: 'en',
      anonymous: false,
      contact,
    }
    const { errors } = await api.guest.ask(submit, { input })
    await (await api.as('hind')).ask(person, { id: other.id })
    await api.house.looks.flush()
    await api.sql('alter table entry_away rename to entry')
    await api.sql('alter table look_away rename to look')
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR')
    expect(logged.length).toBeGreaterThan(0)
    expect(`${logged.join('\n')} ${JSON.stringify(errors)}`).not.toMatch(
      /canary|zaynab|qutbuddin|711001|tomasz/i,
    )
  })
})
