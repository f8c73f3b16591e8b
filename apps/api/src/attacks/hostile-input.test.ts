import { expect, test, vi } from 'vitest'
import { key, useApi } from '../testing/api.ts'

const api = useApi()
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const codeOf = ({ errors }: { errors?: { extensions?: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions?.['code']

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'prototype pollution: %s, which every object has, is no language',
  async (language) => {
    const { data, errors } = await api.guest.ask(
      'query ($language: String) { association { name(language: $language) } services { name(language: $language) } }',
      { language },
    )
    expect(errors).toBeUndefined()
    expect(data.association.name).toMatch(/^Association/u)
  },
)

test('invisible characters: U+0000, which no text can hold, is taken out of what is sent', async () => {
  const input = {
    clientMutationId: key(),
    kind: 'INQUIRY',
    text: 'One\u0000 question',
    language: 'en',
    anonymous: true,
  }
  const { data } = await api.guest.ask(submit, { input })
  const [entry] = await api.sql('select preview from interaction where reference = $1', [
    data.interactionSubmit.receipt.reference,
  ])
  expect(entry.preview).toBe('One question')
  const admin = await api.as('admin')
  const end = `mutation ($id: ID!) { accountEndSession(id: $id, input: { clientMutationId: "${key()}" }) { problems { code } } }`
  expect(codeOf(await admin.ask(end, { id: 'a\u0000b' }))).not.toBe('INTERNAL_SERVER_ERROR')
})

test.each([String.raw`\u0000`, String.raw`\u{0}`, String.raw`\u{0000}`])(
  'invisible characters: %s written into an operation is refused before anything runs',
  async (sign) => {
    const admin = await api.as('admin')
    const answer = await admin.ask(`{ interaction(id: "x${sign}") { id } }`)
    expect(answer.status).toBe(400)
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  },
)

test('invisible characters: in the address of a question they are refused as well', async () => {
  const variables = encodeURIComponent(String.raw`{"key":"\u0000"}`)
  const query = encodeURIComponent('query ($key: String!) { service(key: $key) { id } }')
  const response = await fetch(`${api.url}/graphql?query=${query}&variables=${variables}`, {
    headers: { 'apollo-require-preflight': '1' },
  })
  expect(response.status).toBe(400)
})

test('JSON bombs: half a sign, a key that is no name and a value without bottom harm nobody', async () => {
  const answers = JSON.parse('{"__proto__": {"admin": true}, "constructor": "x", "\\ud800": "\\udfff"}')
  const contact = { name: 'Maryam', phone: '0551239777' }
  const input = (more: unknown) => ({
    ...{ clientMutationId: key(), service: 'course', formVersion: 1, answers: more, language: 'en', contact },
  })
  const ask = (more: unknown) =>
    api.guest.ask(
      `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference } problems { code } } }`,
      { input: input(more) },
    )
  const { data, errors } = await ask(answers)
  expect(errors).toBeUndefined()
  expect(data.requestSubmit.problems.length).toBeGreaterThan(0)
  expect(({} as { admin?: unknown }).admin).toBeUndefined()
})

test.each([
  ['alone', ''],
  ['beside U+0000', String.raw`"\u0000", `],
])('JSON bombs: a value of a hundred thousand levels is refused, %s', async (_where, more) => {
  const bottomless = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const query = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { problems { code } } }`
  const response = await fetch(`${api.url}/graphql`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: `{"query": ${JSON.stringify(query)}, "variables": {"input": {"clientMutationId": "${key()}", "service": "course", "formVersion": 1, "language": "en", "contact": {}, "answers": {"a": [${more}${bottomless}]}}}}`,
  })
  expect(response.status).toBeLessThan(500)
  expect(codeOf(await response.json())).toBe('TOO_COMPLEX')
})

test('log leakage: of what fails inside nobody hears a word, neither by HTTP nor by the live line nor past the log', async () => {
  const aloud = vi.spyOn(console, 'error')
  const salem = await api.as('salem')
  await salem.ask('{ teams { id } }')
  await api.sql('alter table channel rename to channel_away')
  try {
    const { errors } = await salem.ask('{ channels { id } }')
    expect(codeOf({ errors } as never)).toBe('INTERNAL_SERVER_ERROR')
    const live = await salem.watch('{ channels { id } }').next()
    for (const each of [errors, live.errors]) {
      expect(each).toMatchObject([{ message: expect.stringContaining('It was noted') }])
      expect(JSON.stringify(each)).not.toMatch(/channel_away|relation|select/u)
    }
  } finally {
    await api.sql('alter table channel_away rename to channel')
  }
  await api.sql('alter table staff rename to staff_away')
  api.house.directory.forget()
  try {
    await expect(salem.watch('{ teams { id } }').next()).rejects.toMatchObject({
      ...{ code: 4500, reason: 'Something went wrong here.' },
    })
  } finally {
    await api.sql('alter table staff_away rename to staff')
    api.house.directory.forget()
  }
  expect(aloud).not.toHaveBeenCalled()
  aloud.mockRestore()
})

test.each([
  ['at once', 'subscription { interactionFeed @skip(if: true) { cursor } }'],
  ['inside', 'subscription { ... @include(if: false) { interactionFeed { cursor } } }'],
  [
    'by a fragment',
    'subscription { ...F } fragment F on Subscription { interactionFeed @skip(if: true) { cursor } }',
  ],
])('a subscription to nothing is refused, and the line goes on: left out %s', async (_how, query) => {
  const salem = await api.as('salem')
  await expect(salem.watch(query).next()).rejects.toMatchObject([
    { message: 'The field of a subscription is not left out by a directive.' },
  ])
})
