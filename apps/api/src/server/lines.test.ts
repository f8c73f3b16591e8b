import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-ws'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'

const follow = `subscription ($reference: String!, $secret: String!, $after: String) {
  trackedFeed(reference: $reference, secret: $secret, after: $after) { cursor reset event } }`
const hash = createHash('sha256').update(follow).digest('hex')
const clients = mkdtempSync(join(tmpdir(), 'sila-lines-'))
mkdirSync(join(clients, 'portal', 'dist'), { recursive: true })
writeFileSync(join(clients, 'portal', 'dist', 'persisted-documents.json'), JSON.stringify({ [hash]: follow }))

const api = useApi({ SILA_GUEST_LIMITS: '1', SILA_CLIENTS: clients })
const lines: WebSocket[] = []
afterEach(async () => {
  const open = lines.splice(0).filter(({ readyState }) => readyState !== WebSocket.CLOSED)
  await Promise.all(open.map((line) => new Promise((done) => line.once('close', done).close())))
})

type Outcome = 'greeted' | { code: number; reason: string }

/** Opens a line and greets; what comes of it. */
function open(headers: Record<string, string>, greeting = true) {
  const line = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  lines.push(line)
  const outcome = new Promise<Outcome>((resolve, reject) => {
    line.once('open', () => greeting && line.send('{"type":"connection_init"}'))
    line.once('message', () => resolve('greeted'))
    line.once('close', (code, reason) => resolve({ code, reason: String(reason) }))
    line.once('error', reject)
  })
  return { line, outcome }
}

const from = (network: string) => ({ 'x-forwarded-for': `198.51.${network}.7` })
const later = { code: 1013, reason: 'TOO_MANY_LINES' }

async function hang(line: WebSocket) {
  await new Promise((done) => line.once('close', done).close())
}

test('cost draining: a network holds two hundred lines; staff behind the same address are not shut out', async () => {
  const { cookie } = await api.as('salem')
  const first = Array.from({ length: 200 }, () => open(from('100')))
  expect(await Promise.all(first.map(({ outcome }) => outcome))).toEqual(Array(200).fill('greeted'))
  expect(await open(from('100')).outcome).toEqual(later)
  expect(await open({ ...from('100'), cookie: 'better-auth.session_token=forged' }).outcome).toEqual(later)
  expect(await open({ ...from('100'), cookie }).outcome).toBe('greeted')
  expect(await open(from('101')).outcome).toBe('greeted')
  const [gone] = first
  if (gone) await hang(gone.line)
  await expect.poll(() => open(from('100')).outcome).toBe('greeted')
})

test('cost draining: a line that never greets takes its place as well, until it is hung up on', async () => {
  const silent = Array.from({ length: 200 }, () => open(from('102'), false))
  await Promise.all(silent.map(({ line }) => new Promise((done) => line.once('open', done))))
  // Each is hung up on after five seconds: those that came first may be gone by now, so as many more come.
  const more = await Promise.all(
    Array.from({ length: 201 }, () => open(from('102'))).map(({ outcome }) => outcome),
  )
  expect(more).toContainEqual(later)
  for (const { outcome } of silent) expect(await outcome).not.toBe('greeted')
  await expect.poll(() => open(from('102')).outcome, { timeout: 20_000 }).toBe('greeted')
})

test('cost draining: a session holds thirty lines, and another of the same network its own', async () => {
  const [{ cookie: salem }, { cookie: hind }] = [await api.as('salem'), await api.as('hind')]
  const all = await Promise.all(
    Array.from({ length: 31 }, () => open({ ...from('103'), cookie: salem })).map(({ outcome }) => outcome),
  )
  expect(all.filter((outcome) => outcome === 'greeted')).toHaveLength(30)
  expect(all).toContainEqual(later)
  expect(await open({ ...from('103'), cookie: hind }).outcome).toBe('greeted')
})

test('the client of both apps takes the refusal for a passing state, and comes again', async () => {
  const { cookie } = await api.as('khalid')
  const held = Array.from({ length: 30 }, () => open({ ...from('104'), cookie }))
  await Promise.all(held.map(({ outcome }) => outcome))
  let attempts = 0
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        attempts += 1
        super(url, protocols, { headers: { ...from('104'), cookie } })
      }
    },
    retryAttempts: 50,
    retryWait: () => new Promise((done) => setTimeout(done, 50)),
  })
  const heard = client.iterate<{ interactionFeed: { reset: boolean } }>({
    query: 'subscription { interactionFeed { reset } }',
  })
  const next = heard.next()
  await expect.poll(() => attempts).toBeGreaterThan(1)
  const [one] = held
  if (one) await hang(one.line)
  expect((await next).value.data.interactionFeed).toEqual({ reset: false })
  await client.dispose()
})

test('cost draining: a guest pays for what is told again, and not for what happens', async () => {
  const matter = await becomeKnown(api, { name: 'Often Cut', phone: '0551237001' })
  const spent = async () => {
    const [row] = await api.sql('select coalesce(sum(hour_spent), 0)::int as n from cost_spent')
    return row.n as number
  }
  const listen = (after?: string) => {
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    })
    const items = client.iterate<any>({
      query: '',
      variables: { ...matter, ...(after ? { after } : {}) },
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    })
    return {
      next: async () => (await items.next()).value,
      stop: () => void client.dispose(),
    }
  }
  const reply = async () => {
    const { data } = await api.guest.ask(
      'mutation ($input: TrackedReplyInput!) { trackedReply(input: $input) { problems { code } } }',
      { input: { clientMutationId: key(), ...matter, text: 'One more word.' } },
    )
    expect(data.trackedReply.problems).toEqual([])
  }

  const live = listen()
  const { cursor } = (await live.next()).data.trackedFeed
  let item = { event: '' }
  const before = await spent()
  await reply()
  // What came before may still be told first, where it was not settled at the first look.
  while (item.event !== 'interaction.replied') item = (await live.next()).data.trackedFeed
  const afterReply = await spent()
  live.stop()

  const again = listen(cursor)
  item = { event: '' }
  while (item.event !== 'interaction.replied') item = (await again.next()).data.trackedFeed
  again.stop()
  expect(await spent()).toBeGreaterThanOrEqual(afterReply + 50)
  // Every question costs; hearing of the reply live cost nothing besides.
  expect(afterReply - before).toBeLessThan(50)

  await api.sql('update cost_spent set hour_spent = 200000')
  const refused = listen(cursor)
  const refusal: unknown = await refused.next().catch((error: unknown) => error)
  expect(JSON.stringify(refusal)).toContain('BUDGET_SPENT')
  refused.stop()
  const onlyLive = listen()
  expect((await onlyLive.next()).data.trackedFeed.reset).toBe(false)
  onlyLive.stop()
})
