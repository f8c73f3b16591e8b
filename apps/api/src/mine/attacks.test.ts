import { describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown, provenDevice } from '../testing/proving.ts'

const api = useApi()

const bring = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const apply = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference secret } problems { code } } }`
const leave = 'mutation { mineLeave(input: { everywhere: false }) { problems { code } } }'
const correct = `mutation ($input: MineCorrectInput!) { mineCorrect(input: $input) { problems { code } } }`
const find = `query ($search: String!) { interactions(first: 5, where: { search: $search }) { nodes { reference } } requests(first: 5, where: { search: $search }) { nodes { reference } } }`
const take = `mutation ($id: ID!, $input: InteractionActInput!) { interactionTake(id: $id, input: $input) { problems { code } } }`
const thread = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) {
  entries(first: 20) { nodes { event detail author { name } } } } }`

describe('replay over a session that ended: what was sent while proven and comes again after it', () => {
  const contact = { name: 'Nadia Rahman', phone: '+966507771001' }

  test.each([
    ['a matter', bring, { kind: 'INQUIRY', text: 'Where is the class held?', anonymous: false }],
    [
      'an application',
      apply,
      {
        ...{ service: 'course', formVersion: 1 },
        answers: { topic: 'ARABIC', level: 'BEGINNER', language: 'ur', section: 'MEN', time: 'EVENING' },
      },
    ],
  ])('%s is stored once, with one receipt', async (_what, mutation, words) => {
    await becomeKnown(api, contact)
    const device = await provenDevice(api, contact.phone, contact.name)
    const send = async () => {
      const { data } = await device.ask(mutation, { input })
      const [payload] = Object.values<any>(data)
      return payload
    }
    const input = { clientMutationId: key(), language: 'en', contact, ...words }
    const first = await send()
    expect(first.problems).toEqual([])
    // The answer was lost on the way; half an hour later the phone sends what it still holds.
    await device.ask(leave)
    expect(await send()).toEqual(first)
  })
})

test('erasure leftovers: a name that was put right is not found under the old one any more', async () => {
  const contact = { name: 'Qaseem Wrongly', phone: '+966507771002' }
  const { reference } = await becomeKnown(api, contact)
  const device = await provenDevice(api, contact.phone)
  await device.ask(correct, { input: { clientMutationId: key(), name: 'Qasim Rightly' } })
  const salem = await api.as('salem')
  const found = async (search: string) => (await salem.ask(find, { search })).data.interactions.nodes
  expect(await found('Wrongly')).toEqual([])
  expect(await found('Rightly')).toEqual([{ reference }])
  expect(await found('course for beginners')).toContainEqual({ reference })
})

test('whoever brought a matter is told by no line of it who of the staff has it', async () => {
  const held = await becomeKnown(api, { name: 'Zara Malik', phone: '+966507771003' })
  const [row] = await api.sql('select id from interaction where reference = $1', [held.reference])
  const input = { clientMutationId: key(), expectedVersion: 1 }
  await (await api.as('salem')).ask(take, { id: row.id, input })
  const { data } = await api.guest.ask(thread, held)
  const assigned = data.tracked.entries.nodes.find(
    (line: { event: string }) => line.event === 'interaction.assigned',
  )
  expect(assigned).toEqual({
    ...{ event: 'interaction.assigned', author: null, detail: { status: 'ASSIGNED', version: 2 } },
  })
})
