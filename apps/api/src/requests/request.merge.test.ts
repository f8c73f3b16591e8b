import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'

const api = useApi()

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

const merge = (who: Speaker, id: string, into: string, expectedVersion = 1) =>
  who.ask(
    'mutation ($id: ID!, $input: RequestMergeInput!) { requestMerge(id: $id, input: $input) { request { status acts } problems { field code } } }',
    { id, input: { clientMutationId: key(), expectedVersion, into } },
  )

test('a request that was sent twice goes on under the other, and tracking it names which', async () => {
  const khalid = await api.as('khalid')
  const [first, second] = [await applied(), await applied()]
  const { data } = await merge(khalid, second.id, first.reference.toLowerCase())
  expect(data.requestMerge).toEqual({ request: { status: 'MERGED', acts: [] }, problems: [] })
  const seen = await api.guest.ask(
    'query ($r: String!, $s: String!) { tracked(reference: $r, secret: $s) { requestStatus canReply canReopen entries(first: 9) { nodes { event detail } } } }',
    { r: second.reference, s: second.secret },
  )
  expect(seen.data.tracked).toMatchObject({ requestStatus: 'MERGED', canReply: false, canReopen: false })
  expect(seen.data.tracked.entries.nodes.at(-1)).toMatchObject({
    ...{ event: 'request.merged', detail: { into: first.reference } },
  })
  const [left] = await api.sql('select status from request where id = $1', [first.id])
  expect(left).toEqual({ status: 'SUBMITTED' })
})

test('is not merged into itself, into nothing, or into what is over', async () => {
  const khalid = await api.as('khalid')
  const [one, over, other] = [await applied(), await applied(), await applied()]
  await merge(khalid, over.id, other.reference)
  for (const into of [one.reference, 'R-999', 'Q-10001', over.reference]) {
    const { data } = await merge(khalid, one.id, into)
    expect(data.requestMerge.problems).toEqual([{ field: 'into', code: 'MERGE_TARGET_UNKNOWN' }])
  }
})

test('is merged by whoever decides, not by an officer', async () => {
  const [one, other] = [await applied(), await applied()]
  const { errors } = await merge(await api.as('salem'), one.id, other.reference)
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})
