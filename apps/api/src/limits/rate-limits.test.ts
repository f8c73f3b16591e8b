import { makeReference } from '@sila/domain/reference'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { networkOf } from '../http/network.ts'
import { makeRateLimits } from './rate-limits.ts'
import { useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi({ SILA_GUEST_LIMITS: '1' })
const device = (from?: string) => makeDevice(() => api.url, from ? { from } : {})
const tracked = `query($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) { reference } }`
const submit = `mutation($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } problems { code message } } }`
const reply = `mutation($input: TrackedReplyInput!) { trackedReply(input: $input) { tracked { reference } problems { code } } }`
const question = () => ({
  ...{
    clientMutationId: randomUUID(),
    kind: 'INQUIRY',
    text: 'How do I get there?',
    language: 'en',
    anonymous: true,
  },
})

test('enumeration: guessed references, known or not, are refused by rate after sixty from one network', async () => {
  const { reference, secret } = await becomeKnown(api, { name: 'Real Person', phone: '0551236001' })
  const thief = device()
  const answers: string[] = []
  for (let turn = 0; turn < 200; turn++) {
    const asked = turn % 2 === 0 ? reference : makeReference('Q', 500_000 + turn)
    const answer = await thief.ask(tracked, { reference: asked, secret: 'AAAA-AAAA-AAAA-AAAA' })
    const refused = answer.errors?.[0]?.extensions?.['code'] === 'TOO_MANY_TRIES'
    answers.push(refused ? 'refused' : JSON.stringify(answer))
  }
  const extensions = { cost: { cost: 2, limit: 20_000 } }
  const silence = JSON.stringify({ status: 200, data: { tracked: null }, extensions })
  expect([...new Set(answers)].toSorted()).toEqual([silence, 'refused'].toSorted())
  expect(answers.indexOf('refused')).toBe(60)
  expect(answers.slice(60).every((answer) => answer === 'refused')).toBe(true)
  // While the network is refused the right secret opens nothing either: no guess can be told from another.
  const right = await thief.ask(tracked, { reference, secret })
  expect(right.errors?.[0]?.extensions?.['code']).toBe('TOO_MANY_TRIES')
  expect(right.errors?.[0]?.message).toMatch(/wait \d+ minutes/)
  // The owner, elsewhere, is not disturbed.
  expect((await device().ask(tracked, { reference, secret })).data.tracked.reference).toBe(reference)
})

test('enumeration: whoever follows their own matter is never stopped', async () => {
  const { reference, secret } = await becomeKnown(api, { name: 'Often Looks', phone: '0551236002' })
  const owner = device()
  for (let turn = 0; turn < 100; turn++)
    expect((await owner.ask(tracked, { reference, secret })).data.tracked).not.toBeNull()
})

test('flooding: thirty submissions an hour from one network; the answer says how long to wait and that nothing is lost', async () => {
  const flood = device('2001:db8:7:7::1')
  const codes: string[] = []
  let message = ''
  for (let turn = 0; turn < 33; turn++) {
    const { data } = await flood.ask(submit, { input: question() })
    const [problem] = data.interactionSubmit.problems
    if (!problem) continue
    codes.push(problem.code)
    ;({ message } = problem)
  }
  expect(codes).toEqual(Array(3).fill('TOO_MANY_TRIES'))
  expect(message).toMatch(/What you wrote is kept; please wait \d+ minutes/)
  // Another address of the same /64 is the same network, the next /64 is not.
  const same = await device('2001:db8:7:7:ffff::2').ask(submit, { input: question() })
  expect(same.data.interactionSubmit.receipt).toBeNull()
  const other = await device('2001:db8:7:8::1').ask(submit, { input: question() })
  expect(other.data.interactionSubmit.receipt.reference).toMatch(/^Q-/)
})

test('flooding: replies are held to sixty an hour', async () => {
  const { reference, secret } = await becomeKnown(api, { name: 'Writes Much', phone: '0551236003' })
  const flood = device()
  const refused: string[] = []
  for (let turn = 0; turn < 62; turn++) {
    const input = { clientMutationId: randomUUID(), reference, secret, text: `And also number ${turn}` }
    const { data } = await flood.ask(reply, { input })
    refused.push(...data.trackedReply.problems.map(({ code }: { code: string }) => code))
  }
  expect(refused).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES'])
})

test('forged X-Forwarded-For: only what our own proxy added counts, not what the client claimed before it', async () => {
  const claims = Array.from({ length: 32 }, (_, turn) => `10.9.${turn}.1, 203.0.113.50`)
  const answers = []
  for (const from of claims) answers.push(await device(from).ask(submit, { input: question() }))
  expect(answers.filter(({ data }) => data.interactionSubmit.receipt)).toHaveLength(30)
})

test('the counts hold over several nodes', async () => {
  const { pool } = api.house.database
  const nodes = [makeRateLimits(pool, true), makeRateLimits(pool, true)]
  const waits = []
  for (let turn = 0; turn < 32; turn++) waits.push(await nodes[turn % 2]?.take('submission', 'two nodes'))
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(30)
})

test('a network is the /24 of an old address and the /64 of a new one', () => {
  expect(networkOf('203.0.113.9')).toBe(networkOf('203.0.113.200'))
  expect(networkOf('::ffff:203.0.113.9')).toBe(networkOf('203.0.113.200'))
  expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.114.9'))
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:9::9'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('no address')).toBe('unknown')
})
