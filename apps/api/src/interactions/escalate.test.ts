import { afterEach, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { escalateAll, escalateWhenLate } from './escalate.ts'

const api = useApi()
const day = 86_400_000
/** A Sunday, well within working hours: what follows counts in days from it. */
const start = new Date('2026-11-22T07:00:00Z')
const on = (days: number) => api.setNow(new Date(start.getTime() + days * day))

afterEach(() => api.setNow())

type Complaint = { id: string; reference: string; secret: string }

async function complain(kind = 'COMPLAINT'): Promise<Complaint> {
  on(0)
  const { data } = await api.guest.ask(
    'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } } }',
    { input: { clientMutationId: key(), kind, text: 'Nobody was there.', language: 'en', anonymous: true } },
  )
  const { reference, secret } = data.interactionSubmit.receipt
  const [row] = await api.sql<{ id: string }>('select id from interaction where reference = $1', [reference])
  return { id: row?.id ?? '', reference, secret }
}

async function act(name: 'Wait' | 'Resume' | 'Answer' | 'Escalate', { id }: Complaint, more: object = {}) {
  const [row] = await api.sql<{ version: number }>('select version from interaction where id = $1', [id])
  const type = name === 'Answer' ? 'InteractionAnswerInput' : 'InteractionActInput'
  const { data, errors } = await (
    await api.as('khalid')
  ).ask(
    `mutation ($id: ID!, $input: ${type}!) { outcome: interaction${name}(id: $id, input: $input) { problems { code } } }`,
    { id, input: { clientMutationId: key(), expectedVersion: row?.version, ...more } },
  )
  expect(errors).toBeUndefined()
  expect(data.outcome.problems).toEqual([])
}

const wait = (complaint: Complaint) => act('Wait', complaint, { reason: 'Which day was it?' })
const answer = (complaint: Complaint, close = false) =>
  act('Answer', complaint, { text: 'We looked into it.', language: 'en', close })

async function write({ reference, secret }: Complaint, how: 'Reply' | 'Reopen') {
  const { data } = await api.guest.ask(
    `mutation ($input: Tracked${how}Input!) { outcome: tracked${how}(input: $input) { problems { code } } }`,
    { input: { clientMutationId: key(), reference, secret, text: 'It was on Monday.' } },
  )
  expect(data.outcome.problems).toEqual([])
}

const stands = async ({ id }: Complaint) =>
  (
    await api.sql('select status, escalation_level as level, due_at as due from interaction where id = $1', [
      id,
    ])
  )[0]

/** The dates at which the queue will look at it. */
async function looks({ id }: Complaint): Promise<Date[]> {
  const rows = await api.sql<{ at: Date }>(
    `select start_after as at from pgboss.job where data->>'interactionId' = $1 order by 1`,
    [id],
  )
  return rows.map(({ at }) => new Date(at.getTime() - 60_000))
}

/** Takes every look that was queued, each at its own time, as the queue would, and twice at once. */
async function lookAtAll(complaint: Complaint) {
  for (const at of await looks(complaint)) {
    api.setNow(new Date(at.getTime() + 60_000))
    await Promise.all([1, 2].map(() => escalateWhenLate(api.house, complaint.id)))
  }
}

describe('a complaint that is not answered in time', () => {
  test('is escalated at the date to which waiting moved it, and not before, nor twice', async () => {
    const complaint = await complain()
    const before = await stands(complaint)
    on(1)
    await wait(complaint)
    on(20)
    await act('Resume', complaint)
    const { due } = await stands(complaint)
    expect(due.getTime()).toBeGreaterThan(before.due.getTime() + 15 * day)
    expect(await looks(complaint)).toEqual([before.due, due])
    api.setNow(new Date(due.getTime() - 1000))
    await escalateWhenLate(api.house, complaint.id)
    expect(await stands(complaint)).toMatchObject({ status: 'ASSIGNED', level: 0 })
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 1 })
  })

  test('is escalated where the person’s own words let its clock run on', async () => {
    const complaint = await complain()
    on(1)
    await wait(complaint)
    on(9)
    await write(complaint, 'Reply')
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 1 })
  })

  test('is escalated anew where it was opened again, for its new date', async () => {
    const complaint = await complain()
    await answer(complaint)
    on(2)
    await write(complaint, 'Reply')
    const { due, status } = await stands(complaint)
    expect(status).toBe('REOPENED')
    expect((await looks(complaint)).at(-1)).toEqual(due)
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 1 })
  })

  test('is escalated a level further by an appeal that waits too long', async () => {
    const complaint = await complain()
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 1 })
    await answer(complaint, true)
    await write(complaint, 'Reopen')
    const { due, status } = await stands(complaint)
    expect(status).toBe('APPEALED')
    expect((await looks(complaint)).at(-1)).toEqual(due)
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 2 })
  })

  test('is not escalated again by waiting and going on when it is late already', async () => {
    const complaint = await complain()
    await lookAtAll(complaint)
    on(10)
    await wait(complaint)
    on(12)
    await act('Resume', complaint)
    await lookAtAll(complaint)
    on(40)
    await escalateWhenLate(api.house, complaint.id)
    expect(await stands(complaint)).toMatchObject({ status: 'ASSIGNED', level: 1 })
    const escalations = await api.sql(
      `select id from event where aggregate_id = $1 and type = 'interaction.escalated'`,
      [complaint.id],
    )
    expect(escalations).toHaveLength(1)
  })

  test('that began to wait when it was late, before anybody looked, is looked at when it goes on', async () => {
    const complaint = await complain()
    on(10)
    await wait(complaint)
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'WAITING', level: 0 })
    on(12)
    await act('Resume', complaint)
    await lookAtAll(complaint)
    expect(await stands(complaint)).toMatchObject({ status: 'ESCALATED', level: 1 })
  })
})

describe('nothing else is escalated', () => {
  test('not what waits for the person, was answered, or is closed', async () => {
    const [waits, answered, closed] = [await complain(), await complain(), await complain()]
    await wait(waits)
    await answer(answered)
    await answer(closed, true)
    for (const complaint of [waits, answered, closed]) await lookAtAll(complaint)
    expect([await stands(waits), await stands(answered), await stands(closed)]).toMatchObject([
      { status: 'WAITING', level: 0 },
      { status: 'ANSWERED', level: 0 },
      { status: 'CLOSED', level: 0 },
    ])
  })

  test('not a question, which no look is queued for, also where it waits and goes on', async () => {
    const question = await complain('INQUIRY')
    await wait(question)
    await act('Resume', question)
    expect(await looks(question)).toEqual([])
  })
})

test('a start finds complaints without a look, and queues each once', async () => {
  const [runs, waits] = [await complain(), await complain()]
  await wait(waits)
  const { due } = await stands(runs)
  await api.sql(`delete from pgboss.job where data->>'interactionId' = any($1)`, [[runs.id, waits.id]])
  await escalateAll(api.house)
  await escalateAll(api.house)
  expect(await looks(runs)).toEqual([due])
  expect(await looks(waits)).toEqual([])
})
