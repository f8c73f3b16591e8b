import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'

const api = useApi()

async function answer(who: Speaker, id: string, close = false) {
  const [row] = await api.sql<{ version: number }>('select version from interaction where id = $1', [id])
  const { data } = await who.ask(
    `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) {
      interaction { status } problems { code message } } }`,
    {
      id,
      input: {
        ...{ clientMutationId: key(), expectedVersion: row?.version, text: 'We looked into it.' },
        ...{ language: 'en', close },
      },
    },
  )
  return data.interactionAnswer
}

/** Salem answered and closed a matter, and the person opens it again. */
async function opened(kind: 'COMPLAINT' | 'INQUIRY') {
  const { data } = await api.guest.ask(
    'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } } }',
    { input: { clientMutationId: key(), kind, text: 'Nobody was there.', language: 'en', anonymous: true } },
  )
  const { reference, secret } = data.interactionSubmit.receipt
  const [row] = await api.sql<{ id: string }>('select id from interaction where reference = $1', [reference])
  const id = row?.id ?? ''
  await answer(await api.as('salem'), id, true)
  const reopened = await api.guest.ask(
    'mutation ($input: TrackedReopenInput!) { trackedReopen(input: $input) { tracked { interactionStatus } } }',
    { input: { clientMutationId: key(), reference, secret, text: 'That is not what happened.' } },
  )
  return { id, status: reopened.data.trackedReopen.tracked.interactionStatus }
}

const look = async (who: Speaker, id: string) =>
  (await who.ask('query ($id: ID!) { interaction(id: $id) { acts decidedFirst assignee { name } } }', { id }))
    .data.interaction

test('a complaint that is opened again is appealed, and somebody else than before answers it (I2)', async () => {
  const [salem, hind] = [await api.as('salem'), await api.as('hind')]
  const { id, status } = await opened('COMPLAINT')
  expect(status).toBe('APPEALED')
  const seen = await look(salem, id)
  expect(seen).toMatchObject({ decidedFirst: true, assignee: null })
  expect(seen.acts).not.toContain('answer')
  expect((await answer(salem, id)).problems).toEqual([
    { code: 'APPEAL_OWN_DECISION', message: expect.stringContaining('appeal') },
  ])
  expect(await look(hind, id)).toMatchObject({ decidedFirst: false })
  expect((await answer(hind, id)).interaction.status).toBe('ANSWERED')
  expect((await look(salem, id)).acts).toContain('close')
})

test('a question that is opened again is answered by whoever knows it', async () => {
  const salem = await api.as('salem')
  const { id, status } = await opened('INQUIRY')
  expect(status).toBe('REOPENED')
  expect((await answer(salem, id)).interaction.status).toBe('ANSWERED')
})
