import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'

const api = useApi()

const fields = `dataRight { id right state text dueAt extendable extendedAt extensionReason outcome answer beneficiary { name } } problems { field code message }`
const record = `mutation ($input: DataRightRecordInput!) { dataRightRecord(input: $input) { ${fields} } }`
const extend = `mutation ($id: ID!, $input: DataRightExtendInput!) { dataRightExtend(id: $id, input: $input) { ${fields} } }`
const answer = `mutation ($id: ID!, $input: DataRightAnswerInput!) { dataRightAnswer(id: $id, input: $input) { ${fields} } }`
const list = `query ($open: Boolean) { dataRights(first: 50, open: $open) { nodes { id state } } }`
const incident = `mutation ($input: IncidentRecordInput!) { incidentRecord(input: $input) {
  incident { id state noticeDueAt notice(language: "en") } problems { field code } } }`
const tell = `mutation ($id: ID!, $input: IncidentTellInput!) { incidentTell(id: $id, input: $input) { incident { state } problems { code } } }`

const id = uuidv7()
const asked = new Date('2026-11-01T08:00:00Z')
const later = (days: number) => new Date(asked.getTime() + days * 86_400_000)

beforeAll(async () => {
  await api.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
      values ($1, 'B-1', 'Noor', 'noor', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
    [id],
  )
})

async function ask(who: 'salem' | 'dalal' | 'huda', query: string, input: object, of?: string) {
  const variables = { id: of, input: { clientMutationId: key(), ...input } }
  return (await api.as(who)).ask(query, variables)
}

async function recorded() {
  const { data } = await ask('salem', record, {
    ...{
      beneficiaryId: id,
      right: 'COPY',
      channel: 'VISIT',
      text: 'Please print everything.',
      receivedAt: asked,
    },
  })
  return data.dataRightRecord.dataRight
}

describe('a request about one’s own data', () => {
  test('is recorded by any officer who hears it, and is due 30 days after it was asked', async () => {
    expect(await recorded()).toMatchObject({
      ...{ right: 'COPY', dueAt: later(30).toISOString(), beneficiary: { name: 'Noor' } },
    })
    const refused = await ask('huda', record, { beneficiaryId: id, right: 'COPY', channel: 'VISIT' })
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    const future = await ask('salem', record, {
      ...{
        beneficiaryId: id,
        right: 'COPY',
        channel: 'VISIT',
        receivedAt: new Date(Date.now() + 86_400_000),
      },
    })
    expect(future.data.dataRightRecord.problems).toMatchObject([{ field: 'receivedAt', code: 'DATE_FUTURE' }])
  })

  test('is extended once, with a reason, and not after its end', async () => {
    const { id: one } = await recorded()
    const { id: other } = await recorded()
    api.setNow(later(29))
    const none = await ask('dalal', extend, { reason: ' ' }, one)
    expect(none.data.dataRightExtend.problems).toMatchObject([{ field: 'reason', code: 'REASON_REQUIRED' }])
    const { data } = await ask('dalal', extend, { reason: 'The archive is on paper.' }, one)
    expect(data.dataRightExtend.dataRight).toMatchObject({
      ...{ dueAt: later(60).toISOString(), extendable: false, extensionReason: 'The archive is on paper.' },
    })
    const again = await ask('dalal', extend, { reason: 'Still on paper.' }, one)
    expect(again.data.dataRightExtend.problems).toMatchObject([{ code: 'ACT_NOT_ALLOWED' }])
    api.setNow(later(31))
    const late = await ask('dalal', extend, { reason: 'We forgot.' }, other)
    expect(late.data.dataRightExtend.problems).toMatchObject([{ code: 'ACT_NOT_ALLOWED' }])
    api.setNow()
  })

  test('is answered once, by the privacy officer, and leaves the open list', async () => {
    const { id: one } = await recorded()
    const refused = await ask('salem', answer, { outcome: 'GRANTED', answer: 'Here.' }, one)
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    const open = async () =>
      (await (await api.as('dalal')).ask(list, { open: true })).data.dataRights.nodes.map(
        (row: { id: string }) => row.id,
      )
    expect(await open()).toContain(one)
    const { data } = await ask('dalal', answer, { outcome: 'PARTLY', answer: 'Without the notes.' }, one)
    expect(data.dataRightAnswer.dataRight).toMatchObject({ state: 'ANSWERED', outcome: 'PARTLY' })
    expect(await open()).not.toContain(one)
    const again = await ask('dalal', answer, { outcome: 'GRANTED', answer: 'All.' }, one)
    expect(again.data.dataRightAnswer.problems).toMatchObject([{ code: 'ACT_NOT_ALLOWED' }])
  })
})

describe('an incident', () => {
  test('has 72 hours and a notice that is filled in', async () => {
    const input = {
      ...{
        discoveredAt: asked,
        what: 'A list was sent to a wrong address.',
        classes: ['CONTACT'],
        people: 12,
      },
      measures: 'The address was asked to delete it.',
    }
    api.setNow(later(1))
    const { data } = await ask('dalal', incident, input)
    const { id: one, notice, ...rest } = data.incidentRecord.incident
    expect(rest).toEqual({ state: 'RUNNING', noticeDueAt: later(3).toISOString() })
    expect(notice).toContain('A list was sent to a wrong address.')
    const done = await ask('dalal', tell, { told: 'AUTHORITY' }, one)
    expect(done.data.incidentTell.incident).toEqual({ state: 'TOLD' })
    const twice = await ask('dalal', tell, { told: 'AUTHORITY' }, one)
    expect(twice.data.incidentTell.problems).toEqual([{ code: 'ACT_NOT_ALLOWED' }])
    api.setNow()
  })

  test('names its kinds of data and lies in the past', async () => {
    const { data } = await ask('dalal', incident, {
      ...{
        discoveredAt: new Date(Date.now() + 3_600_000),
        what: 'Lost.',
        measures: 'Searched.',
        classes: [],
        people: 1,
      },
    })
    expect(data.incidentRecord.problems).toEqual([
      { field: 'discoveredAt', code: 'DATE_FUTURE' },
      { field: 'classes', code: 'TOO_FEW_CHOICES' },
    ])
  })
})
