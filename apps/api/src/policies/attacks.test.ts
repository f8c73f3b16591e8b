import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'

const api = useApi()

const codeOf = ({ errors }: { errors?: { extensions?: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions?.['code']

test('introspection by guests', async () => {
  for (const query of [
    '{ __schema { types { name } } }',
    '{ __type(name: "Beneficiary") { fields { name } } }',
  ])
    expect(codeOf(await api.guest.ask(query))).toBe('UNAUTHENTICATED')
  const salem = await api.as('salem')
  expect(codeOf(await salem.ask('{ __schema { types { name } } }'))).toBe('FORBIDDEN')
  const khalid = await api.as('khalid')
  expect((await khalid.ask('{ __schema { queryType { name } } }')).data.__schema.queryType.name).toBe('Query')
})

test.each([
  ['a list', '{ interactions(first: 1) { nodes { id } } }'],
  ['a count', '{ inboxCounts { all } }'],
  ['a search', '{ beneficiaries(first: 1, search: "a") { nodes { id } } }'],
  ['a filter', '{ requests(first: 1, where: { search: "a" }) { nodes { id } } }'],
  ['a sort', '{ interactions(first: 1, sort: DUE) { nodes { id } } }'],
  ['an aggregate', '{ surveyResults { csat } }'],
  ['an alias', '{ harmless: interactions(first: 1) { nodes { id } } }'],
  ['a fragment', 'query { ...F } fragment F on Query { interactions(first: 1) { nodes { id } } }'],
  ['an inline fragment', '{ ... on Query { interactions(first: 1) { nodes { id } } } }'],
  [
    'what a directive leaves out',
    '{ association { name } interactions(first: 1) @skip(if: true) { nodes { id } } }',
  ],
  ['another operation of the same text', 'query A { association { name } } query B { inboxCounts { all } }'],
])('field leak: a guest gets nothing by %s', async (_way, query) => {
  const answer = await api.guest.ask(query)
  expect(codeOf(answer)).toMatch(
    /UNAUTHENTICATED|OPERATION_RESOLUTION_FAILURE|BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
  )
  expect(answer.data ?? null).toBeNull()
})

test('field leak by nested path: an analyst reaches no person through what an analyst may read', async () => {
  const huda = await api.as('huda')
  for (const query of [
    '{ beneficiaries(first: 1, search: "a") { nodes { name } } }',
    '{ beneficiary(id: "01930000-0000-7000-8000-000000000001") { name } }',
    '{ interactions(first: 1) { nodes { beneficiary { looks(first: 1) { nodes { id } } } } } }',
    '{ staff { name } interactions(first: 1, where: { search: "a" }) { nodes { id } } }',
  ]) {
    const answer = await huda.ask(query)
    expect(codeOf(answer)).toBe('FORBIDDEN')
    expect(answer.data ?? null).toBeNull()
  }
  expect((await huda.ask('{ staff { name } }')).data.staff.length).toBeGreaterThan(0)
})

test('an officer does not reach the privacy desk, nor an administrator', async () => {
  const query = '{ processingRegister { table } }'
  for (const name of ['salem', 'khalid', 'admin'] as const)
    expect(codeOf(await (await api.as(name)).ask(query))).toBe('FORBIDDEN')
})

test('a subscription is held to the same table', async () => {
  const watch = api.guest.watch('subscription { interactionFeed { cursor } }')
  const first = await watch.next().catch((error: unknown) => ({ errors: error }))
  expect(JSON.stringify(first)).toMatch(/UNAUTHENTICATED|Sign in first/)
  watch.stop()
})

test('who is signed in is asked without harm by whoever is not', async () => {
  const { data, errors } = await api.guest.ask('{ me { permissions staff { name email } } }')
  expect(errors).toBeUndefined()
  expect(data.me).toBeNull()
  const spread = await api.guest.ask(
    'query { me { ...M } } fragment M on Me { permissions staff { ...S } } fragment S on StaffMember { name }',
  )
  expect(spread).toMatchObject({ data: { me: null } })
  expect(spread.errors).toBeUndefined()
})
