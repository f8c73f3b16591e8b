import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'

const api = useApi()
const refusal = { code: 'NO_CAPACITY', text: 'The course is full until spring.' }

async function act(who: Speaker, name: string, id: string, input = {}, type = 'RequestActInput') {
  const [row] = await api.sql<{ version: number }>('select version from request where id = $1', [id])
  const { data, errors } = await who.ask(
    `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { request { status acts decidedFirst } problems { field code message } } }`,
    { id, input: { clientMutationId: key(), expectedVersion: row?.version, ...input } },
    { 'accept-language': 'ar' },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

const look = async (who: Speaker, id: string) =>
  (await who.ask('query ($id: ID!) { request(id: $id) { status acts decidedFirst } }', { id })).data.request

async function applied() {
  const { data } = await api.guest.ask(
    'mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference secret } } }',
    {
      input: {
        ...{ clientMutationId: key(), service: 'course', formVersion: 1, language: 'en' },
        contact: { name: 'Maryam Khan', phone: '0501234567' },
        answers: { topic: 'ISLAM', language: 'ur', section: 'WOMEN', time: 'MORNING' },
      },
    },
  )
  const { receipt } = data.requestSubmit
  const [row] = await api.sql<{ id: string }>('select id from request where reference = $1', [
    receipt.reference,
  ])
  return { ...receipt, id: row?.id ?? '' }
}

/** Khalid refused, and Maryam appeals. */
async function appealed(): Promise<string> {
  const receipt = await applied()
  await act(await api.as('salem'), 'requestReview', receipt.id)
  await act(await api.as('khalid'), 'requestReject', receipt.id, refusal, 'RequestRejectInput')
  const { id, reference, secret } = receipt
  await api.guest.ask(
    'mutation ($input: TrackedReopenInput!) { trackedReopen(input: $input) { problems { code } } }',
    { input: { clientMutationId: key(), reference, secret, text: 'I was told that there is a seat.' } },
  )
  return id
}

test('an appeal is not decided by whoever refused, who is told so and offered nothing else (I2)', async () => {
  const khalid = await api.as('khalid')
  const id = await appealed()
  const seen = await look(khalid, id)
  expect(seen).toMatchObject({ status: 'IN_REVIEW', decidedFirst: true })
  for (const name of ['approve', 'reject', 'cancel']) expect(seen.acts).not.toContain(name)
  expect(seen.acts).toContain('assign')

  for (const outcome of [
    await act(khalid, 'requestApprove', id),
    await act(khalid, 'requestReject', id, refusal, 'RequestRejectInput'),
    await act(khalid, 'requestCancel', id, { text: 'Over.' }),
  ]) {
    expect(outcome.problems).toEqual([
      { field: null, code: 'APPEAL_OWN_DECISION', message: expect.stringMatching(/[\u0600-\u06ff]/) },
    ])
  }
  expect((await look(khalid, id)).status).toBe('IN_REVIEW')
})

test('an appeal is decided by somebody else, and what follows is open to everybody again', async () => {
  const [admin, khalid] = [await api.as('admin'), await api.as('khalid')]
  const id = await appealed()
  expect(await look(admin, id)).toMatchObject({ decidedFirst: false })
  expect((await act(admin, 'requestApprove', id)).request.status).toBe('APPROVED')
  expect((await act(khalid, 'requestStart', id)).request.status).toBe('IN_FULFILMENT')
})

test('a request that was never refused is decided by whoever may', async () => {
  const khalid = await api.as('khalid')
  const { id } = await applied()
  await act(await api.as('salem'), 'requestReview', id)
  expect(await look(khalid, id)).toMatchObject({ decidedFirst: false })
  expect((await act(khalid, 'requestApprove', id)).request.status).toBe('APPROVED')
})

test('an approved request waits for a place on the list, with our clock still, until one is free', async () => {
  const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
  const { id, reference, secret } = await applied()
  await act(salem, 'requestReview', id)
  await act(khalid, 'requestApprove', id)
  const waiting = await act(salem, 'requestWaitlist', id, { text: 'Every seat is taken until March.' })
  expect(waiting.request).toMatchObject({ status: 'WAITLISTED' })
  const { data } = await api.guest.ask(
    'query ($r: String!, $s: String!) { tracked(reference: $r, secret: $s) { requestStatus paused entries(first: 20) { nodes { text event } } } }',
    { r: reference, s: secret },
  )
  expect(data.tracked).toMatchObject({ requestStatus: 'WAITLISTED', paused: true })
  expect(data.tracked.entries.nodes).toContainEqual({
    text: 'Every seat is taken until March.',
    event: null,
  })
  expect(data.tracked.entries.nodes).toContainEqual({ text: null, event: 'request.waitlisted' })
  expect((await act(salem, 'requestStart', id)).request.status).toBe('IN_FULFILMENT')
  expect((await act(salem, 'requestWaitlist', id)).problems[0].code).toBe('ACT_NOT_ALLOWED')
})
