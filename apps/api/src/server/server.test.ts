import { connect } from 'node:net'
import { auditServer } from 'graphql-http'
import { createClient } from 'graphql-ws'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'

const api = useApi()

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const question = (text: string) => ({
  input: { clientMutationId: key(), kind: 'INQUIRY', text, language: 'en', anonymous: true },
})
const feed = `subscription ($after: String) { interactionFeed(after: $after) { cursor reset event interaction { preview } } }`

test('GraphQL over HTTP holds to its specification: no error, no warning', async () => {
  // The audit asks for the names of types, which whoever writes operations may.
  const { cookie } = await api.as('khalid')
  const asKhalid = (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    return fetch(url, { ...init, headers })
  }
  const results = await auditServer({ url: `${api.url}/graphql`, fetchFn: asKhalid })
  const found = results.filter((result) => result.status !== 'ok')
  expect(
    found
      .map((result) => `${result.status} ${result.id} ${result.name}`)
      .filter((line) => !line.startsWith('notice')),
  ).toEqual([])
})

const nested = (depth: number) =>
  `{ interactions(first: 1) { nodes ${'{ beneficiary { interactions(first: 1) { nodes '.repeat(depth)}{ id }${' } } }'.repeat(depth)} } }`
test.each([
  ['malformed', '{ me {'],
  ['empty', ''],
  ['unknown field', '{ secrets }'],
  ['without first', '{ interactions { nodes { id } } }'],
  ['a bomb by depth', nested(60)],
  ['a bomb by alias', `{ ${Array.from({ length: 2000 }, (_, n) => `a${n}: me { permissions }`).join(' ')} }`],
  [
    'a bomb by fragments',
    `query { ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A me { permissions } }`,
  ],
  ['a bomb by directives', `{ me ${'@include(if: true) '.repeat(2000)} { permissions } }`],
  [
    'a costly page',
    '{ interactions(first: 100) { nodes { beneficiary { interactions(first: 100) { nodes { id subject } } } } } }',
  ],
])('%s is refused without a failure of ours', async (_what, query) => {
  const { status, errors } = await (await api.as('salem')).ask(query)
  expect(errors?.length).toBeGreaterThan(0)
  expect(status).toBeLessThan(500)
  expect(JSON.stringify(errors)).not.toMatch(/node_modules|at .*\.ts/)
})

test('a variable that is missing or of another kind is the fault of the asker', async () => {
  const salem = await api.as('salem')
  const query =
    'query ($id: ID!, $first: Int!) { interaction(id: $id) { entries(first: $first) { nodes { id } } } }'
  for (const variables of [{}, { id: null, first: 1 }, { id: 'x', first: 'many' }]) {
    const { errors } = await salem.ask(query, variables)
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  }
})

test('an operation that the document does not have is the fault of the asker', async () => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { permissions } }', operationName: 'Another' }),
  })
  const { errors } = await response.json()
  expect(errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE')
})

test('an operation that is named and not there is refused on the live line too, and is no failure of ours', async () => {
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const asked = client.iterate({ query: '{ me { permissions } }', operationName: 'Another' }).next()
  const told = JSON.stringify(await asked.catch((refusal: unknown) => refusal))
  await client.dispose()
  expect(told).toContain('Unable to identify operation')
})

test('a batch, a form and a body beyond its size are refused', async () => {
  const post = (body: string, type = 'application/json') =>
    fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body })
  expect((await post('[{"query":"{ me { permissions } }"}]')).status).toBe(400)
  expect(
    (await post('query=%7Bme%7Bpermissions%7D%7D', 'application/x-www-form-urlencoded')).status,
  ).toBeGreaterThanOrEqual(400)
  expect(
    (await post(JSON.stringify({ query: `{ me { permissions } } # ${'x'.repeat(1_100_000)}` }))).status,
  ).toBe(413)
  expect((await post('{"query":')).status).toBe(400)
})

test('a page of another origin gets no live connection', async () => {
  const refused = await new Promise<number | undefined>((resolve) => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      origin: 'https://elsewhere.example',
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve(undefined))
    socket.on('error', () => undefined)
  })
  expect(refused).toBe(403)
})

test('after a cut a subscriber resumes at its cursor and misses nothing', async () => {
  const salem = await api.as('salem')
  const first = salem.watch(feed)
  const { cursor } = (await first.next()).data.interactionFeed
  first.stop()
  for (const text of ['one of three', 'two of three', 'three of three'])
    await api.guest.ask(submit, question(text))
  const again = salem.watch(feed, { after: cursor })
  const seen = []
  for (let n = 0; n < 3; n++) seen.push((await again.next()).data.interactionFeed)
  again.stop()
  expect(seen.map((item) => item.interaction.preview)).toEqual([
    'one of three',
    'two of three',
    'three of three',
  ])
  expect(new Set(seen.map((item) => item.cursor)).size).toBe(3)
})

test('a cursor of another database, or none at all, is answered with RESET', async () => {
  const salem = await api.as('salem')
  for (const after of [
    'bm9uc2Vuc2U',
    Buffer.from('deadbeef.1.00000000-0000-0000-0000-000000000000').toString('base64url'),
  ]) {
    const watch = salem.watch(feed, { after })
    expect((await watch.next()).data.interactionFeed.reset).toBe(true)
    watch.stop()
  }
})

test('a guest hears nothing of the inbox', async () => {
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  await expect(client.iterate({ query: feed }).next()).rejects.toMatchObject([{ message: 'Sign in first.' }])
  await client.dispose()
})

test('a connection that the server cut is given back, and work goes on', async () => {
  const salem = await api.as('salem')
  await api.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  const began = Date.now()
  let answered = false
  while (!answered && Date.now() - began < 3000) {
    const { data } = await salem.ask('{ inboxCounts { all } }')
    answered = Boolean(data?.inboxCounts)
  }
  expect(answered).toBe(true)
  for (let n = 0; n < 12; n++)
    expect(
      (await api.guest.ask(submit, question(`after the cut ${n}`))).data.interactionSubmit.problems,
    ).toEqual([])
  const { pool } = api.house.database
  // The house reads on by itself now and then: what is leaked is never given back.
  await expect.poll(() => pool.waitingCount + pool.totalCount - pool.idleCount, { timeout: 5000 }).toBe(0)
})

test('health tells the living from the ready', async () => {
  expect((await fetch(`${api.url}/livez`)).status).toBe(200)
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
})

test('a raw line that is no HTTP ends in a plain refusal', async () => {
  const port = Number(new URL(api.url).port)
  const words = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
    socket.on('data', (data) => resolve(data.toString()))
  })
  expect(words).toContain('400 Bad Request')
})
