import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'

const text = 'query Association { association { defaultLanguage } }'
const hash = createHash('sha256').update(text).digest('hex')
const clients = mkdtempSync(join(tmpdir(), 'sila-clients-'))
mkdirSync(join(clients, 'portal', 'dist'), { recursive: true })
writeFileSync(join(clients, 'portal', 'dist', 'persisted-documents.json'), JSON.stringify({ [hash]: text }))

const api = useApi({ SILA_OPEN_OPERATIONS: '0', SILA_CLIENTS: clients })

async function send(body: unknown) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
const named = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

test('a guest sends what a build registered, by its hash', async () => {
  expect(await send(named(hash))).toEqual({
    status: 200,
    body: { data: { association: { defaultLanguage: 'ar' } } },
  })
})

test.each([
  ['a text of their own', { query: '{ association { email } }' }],
  ['the schema', { query: '{ __schema { types { name } } }' }],
  ['an unknown hash', named('0'.repeat(64))],
  ['a known hash with another text beside it', { ...named('0'.repeat(64)), query: text }],
])('a guest who sends %s is refused', async (_what, body) => {
  const { status, body: answer } = await send(body)
  expect(status).toBe(400)
  expect(answer.errors[0].extensions.code).toBe('UNKNOWN_OPERATION')
})

test('a text beside a registered hash is not what runs', async () => {
  const { body } = await send({ ...named(hash), query: '{ association { email } }' })
  expect(body.data).toEqual({ association: { defaultLanguage: 'ar' } })
})

test('an officer has no explorer; an analyst has', async () => {
  const query = '{ __schema { queryType { name } } }'
  expect((await (await api.as('salem')).ask(query)).errors?.[0]?.extensions?.['code']).toBe(
    'UNKNOWN_OPERATION',
  )
  expect((await (await api.as('huda')).ask(query)).data.__schema.queryType.name).toBe('Query')
})

test('the same holds on the live connection', async () => {
  await expect(api.guest.watch('subscription { interactionFeed { cursor } }').next()).rejects.toMatchObject([
    { extensions: { code: 'UNKNOWN_OPERATION' } },
  ])
})

describe('a text of their own, past the list of what is registered', () => {
  const query = '{ association { email } }'

  test.each([
    ['a hash that is no text', { query, extensions: { persistedQuery: { sha256Hash: 5 } } }],
    ['no hash at all', { query, extensions: { persistedQuery: {} } }],
    ['a false word where the hash stands', { query, extensions: { persistedQuery: false } }],
    ['a zero where the hash stands', { query, extensions: { persistedQuery: 0, more: 1 } }],
    ['an empty word where the hash stands', { query, extensions: { persistedQuery: '' } }],
    ['extensions that are a list', { query, extensions: [] }],
  ])('is not let in by %s', async (_what, body) => {
    const { body: answer } = await send(body)
    expect(answer.data).toBeUndefined()
    expect(answer.errors).toHaveLength(1)
  })

  test.each([
    ['nothing else', {}],
    ['extensions that are empty', { extensions: '{}' }],
    ['extensions that are none', { extensions: 'null' }],
    ['a false word where the hash stands', { extensions: '{"persistedQuery":false}' }],
    ['a hash that is registered', { extensions: JSON.stringify(named(hash).extensions) }],
    ['extensions that are no JSON', { extensions: '{' }],
  ])('is not let in by an address with %s', async (_what, more) => {
    const headers = { 'apollo-require-preflight': '1' }
    const asked = new URLSearchParams({ query, ...more })
    const response = await fetch(`${api.url}/graphql?${String(asked)}`, { headers })
    const answer = await response.json()
    expect(answer.data).toBeUndefined()
    expect(answer.errors).toHaveLength(1)
  })
})
