import { describe, expect, test, vi } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'
import { tendAll, tendRequest } from './index.ts'

const api = useApi()

const submit = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const tracked = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) {
  requestStatus neededItems neededUntil canReopen entries(first: 50) { nodes { event } } } }`

type Receipt = { reference: string; secret: string; id: string }

async function apply(): Promise<Receipt> {
  const input = {
    ...{ clientMutationId: key(), service: 'course', formVersion: 1, language: 'en' },
    contact: { name: 'Maryam Khan', phone: '0501234567' },
    answers: { topic: 'ARABIC', level: 'BEGINNER', language: 'ur', section: 'MEN', time: 'EVENING' },
  }
  const { data } = await api.guest.ask(submit, { input })
  const { receipt } = data.requestSubmit
  const [row] = await api.sql<{ id: string }>('select id from request where reference = $1', [
    receipt.reference,
  ])
  return { ...receipt, id: row?.id ?? '' }
}

async function act(who: Speaker, name: string, id: string, input = {}, type = 'RequestActInput') {
  const [row] = await api.sql<{ version: number }>('select version from request where id = $1', [id])
  const { data, errors } = await who.ask(
    `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { request { status } problems { field code message } } }`,
    { id, input: { clientMutationId: key(), expectedVersion: row?.version, ...input } },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

const follow = async ({ reference, secret }: Receipt) =>
  (await api.guest.ask(tracked, { reference, secret })).data.tracked
const eventsOf = async (receipt: Receipt) =>
  (await follow(receipt)).entries.nodes.map((line: { event: string | null }) => line.event).filter(Boolean)
const reply = (receipt: Receipt, name: 'Reply' | 'Reopen') =>
  api.guest.ask(
    `mutation ($input: Tracked${name}Input!) { tracked${name}(input: $input) { tracked { requestStatus } problems { code } } }`,
    {
      input: {
        ...{ clientMutationId: key(), reference: receipt.reference, secret: receipt.secret },
        text: 'There is something more.',
      },
    },
  )

async function after<Result>(days: number, work: () => Promise<Result>): Promise<Result> {
  api.setNow(new Date(Date.now() + days * 86_400_000))
  try {
    return await work()
  } finally {
    api.setNow()
  }
}

const jobsOf = async ({ id }: Receipt) =>
  (
    await api.sql<{ days: number }>(
      `select round(extract(epoch from start_after - now()) / 86400)::int as days from pgboss.job where data->>'requestId' = $1 order by start_after`,
      [id],
    )
  ).map(({ days }) => days)

async function fulfilled() {
  const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
  const receipt = await apply()
  await act(salem, 'requestReview', receipt.id)
  await act(khalid, 'requestApprove', receipt.id)
  await act(salem, 'requestFulfil', receipt.id, { deliverable: 'Seat 12' }, 'RequestFulfilInput')
  return receipt
}

async function needing() {
  const receipt = await apply()
  const items = ['A letter of the company']
  await act(await api.as('salem'), 'requestAskInfo', receipt.id, { items }, 'RequestAskInfoInput')
  return receipt
}

describe('what was fulfilled', () => {
  test('is closed by itself after seven silent days, once, and the person sees it', async () => {
    const receipt = await fulfilled()
    expect(await jobsOf(receipt)).toEqual([7])
    await after(6.9, () => tendRequest(api.house, receipt.id))
    expect((await follow(receipt)).requestStatus).toBe('FULFILLED')
    await after(7.1, () =>
      Promise.all([tendRequest(api.house, receipt.id), tendRequest(api.house, receipt.id)]),
    )
    await after(8, () => tendRequest(api.house, receipt.id))
    expect(await follow(receipt)).toMatchObject({ requestStatus: 'CLOSED', canReopen: true })
    expect((await eventsOf(receipt)).filter((event: string) => event === 'request.closed')).toHaveLength(1)
    const [event] = await api.sql(
      `select actor_id, visibility from event where aggregate_id = $1 and type = 'request.closed'`,
      [receipt.id],
    )
    expect(event).toEqual({ actor_id: null, visibility: 'PUBLIC' })
  })

  test('is left alone where the person opened it again meanwhile', async () => {
    const receipt = await fulfilled()
    await reply(receipt, 'Reopen')
    await after(9, () => tendRequest(api.house, receipt.id))
    expect((await follow(receipt)).requestStatus).toBe('IN_REVIEW')
  })

  test('is looked at also where a start finds it without a job, and queued once', async () => {
    const receipt = await fulfilled()
    await api.sql(`delete from pgboss.job where data->>'requestId' = $1`, [receipt.id])
    await tendAll(api.house)
    await tendAll(api.house)
    expect(await jobsOf(receipt)).toEqual([7])
  })
})

test('the queue itself takes the look when it is due', async () => {
  const receipt = await after(-8, fulfilled)
  await api.house.jobs.work({
    escalate: () => Promise.resolve(),
    tend: (id) => tendRequest(api.house, id),
    deliver: () => Promise.resolve(),
    checkFile: () => Promise.resolve(),
    sweepFiles: () => Promise.resolve(),
    nightly: () => Promise.resolve(),
  })
  await vi.waitFor(async () => expect((await follow(receipt)).requestStatus).toBe('CLOSED'), {
    timeout: 30_000,
    interval: 250,
  })
})

describe('what misses something from the person', () => {
  test('is reminded of twice and expires after two weeks; the person reads until when', async () => {
    const receipt = await needing()
    const until = new Date((await follow(receipt)).neededUntil).getTime()
    expect(Math.round((until - Date.now()) / 86_400_000)).toBe(14)
    for (const days of [7.01, 12.02, 14.03]) await after(days, () => tendRequest(api.house, receipt.id))
    expect(await eventsOf(receipt)).toEqual([
      ...['request.submitted', 'request.infoAsked', 'request.infoReminded', 'request.infoReminded'],
      'request.expired',
    ])
    expect(await follow(receipt)).toMatchObject({
      ...{ requestStatus: 'EXPIRED', neededItems: [], neededUntil: null, canReopen: true },
    })
    expect(await jobsOf(receipt)).toEqual([7, 12, 14])
  })

  test('does not expire where it was supplied, however late the job comes', async () => {
    const receipt = await needing()
    await after(7.01, () => tendRequest(api.house, receipt.id))
    await after(8, () => reply(receipt, 'Reply'))
    for (const days of [12.1, 14.1, 30]) await after(days, () => tendRequest(api.house, receipt.id))
    expect((await follow(receipt)).requestStatus).toBe('IN_REVIEW')
  })

  test('is reminded of before it expires also where the house stood still for a month', async () => {
    const receipt = await needing()
    await after(30, () => tendRequest(api.house, receipt.id))
    expect(await follow(receipt)).toMatchObject({
      ...{ requestStatus: 'NEEDS_INFO', neededItems: ['A letter of the company'] },
    })
    await after(34, () => tendRequest(api.house, receipt.id))
    expect((await eventsOf(receipt)).filter((event: string) => event.endsWith('infoReminded'))).toHaveLength(
      1,
    )
  })
})
