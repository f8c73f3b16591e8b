import { createClient } from 'graphql-ws'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { useApi } from '../testing/api.ts'
import { logoutForgeries, logoutToken } from '../testing/forge.ts'
import { people } from '../testing/people.ts'
import { passProvider, startProvider } from '../testing/provider.ts'
import { visitor } from '../testing/visitor.ts'

const provider = await startProvider()
const api = useApi(provider.environment)
const without = useApi()
afterAll(() => provider.stop())

const door = '/api/auth/oidc/backchannel-logout'
const subject = 'sub-salem'
provider.accounts.set(subject, { email: people.salem.email, email_verified: true })

/** Salem, signed in by the provider. */
async function inside(url = api.url) {
  const salem = visitor(url)
  const { body } = await salem.post('/oidc/start', {})
  const { pathname, search } = new URL(await passProvider(body.url, subject))
  await salem.get(`${pathname.slice('/api/auth'.length)}${search}`)
  return salem
}
const nameOf = async (who: Awaited<ReturnType<typeof inside>>) =>
  (await who.ask('{ me { staff { name } } }')).data.me?.staff.name ?? null
const send = (body: BodyInit | Record<string, string>, url = api.url, headers: Record<string, string> = {}) =>
  fetch(`${url}${door}`, {
    method: 'POST',
    headers,
    body:
      typeof body === 'string' || body instanceof URLSearchParams
        ? body
        : new URLSearchParams(body as Record<string, string>),
  })
const events = () =>
  api.sql(`select aggregate_id, actor_id from event where type = 'staff.signedOutByProvider'`)
const sessions = async () => (await api.sql('select count(*)::int as n from auth_session'))[0].n

beforeEach(() => api.sql('delete from auth_attempt'))

describe('signed out at the provider', () => {
  test('ends every session of the person here, by whatever door it was opened, and nobody else’s', async () => {
    const [one, two] = [await inside(), await inside()]
    const byPassword = visitor(api.url)
    await byPassword.post('/sign-in/email', people.salem)
    const hind = visitor(api.url)
    await hind.post('/sign-in/email', people.hind)
    for (const who of [one, two, byPassword]) expect(await nameOf(who)).toBe(people.salem.name)
    await provider.signOut(subject, `${api.url}${door}`)
    for (const who of [one, two, byPassword]) expect(await nameOf(who)).toBeNull()
    expect(await nameOf(hind)).toBe(people.hind.name)
    expect(await events()).toEqual([{ aggregate_id: api.idOf('salem'), actor_id: null }])
    // And the door is open again to whoever may come through it.
    expect(await nameOf(await inside())).toBe(people.salem.name)
  })

  test('holds within a second on every node, and cuts what is live', async () => {
    const other = await api.anotherNode()
    const salem = await inside()
    const cookie = [...salem.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    let closed: ((at: number) => void) | undefined
    const cut = new Promise<number>((resolve) => (closed = resolve))
    const line = createClient({
      url: `${other.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { cookie } })
        }
      },
      retryAttempts: 0,
      on: { closed: () => closed?.(Date.now()) },
    })
    const opened = new Promise<void>((resolve) =>
      line.subscribe(
        { query: 'subscription { interactionFeed { cursor } }' },
        { next: () => resolve(), error: () => resolve(), complete: () => undefined },
      ),
    )
    await opened
    const began = Date.now()
    expect((await send({ logout_token: logoutToken(provider, subject) })).status).toBe(200)
    expect((await cut) - began).toBeLessThan(1000)
    await line.dispose()
    expect(await nameOf(salem)).toBeNull()
  })

  test('of somebody whom nobody here is linked to is answered like any other, and does nothing', async () => {
    const salem = await inside()
    const [before, told] = [await sessions(), (await events()).length]
    const answer = await send({ logout_token: logoutToken(provider, 'a stranger') })
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
      ...[200, '', 'no-store'],
    ])
    expect([await sessions(), (await events()).length]).toEqual([before, told])
    expect(await nameOf(salem)).toBe(people.salem.name)
  })
})

describe('attacks on signing others out', () => {
  test.each(Object.keys(logoutForgeries))('forged token: one that %s ends nothing', async (name) => {
    const salem = await inside()
    const told = (await events()).length
    const answer = await send({ logout_token: logoutForgeries[name]?.(provider, subject) ?? '' })
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_request' }])
    expect(await nameOf(salem)).toBe(people.salem.name)
    expect(await events()).toHaveLength(told)
  })

  test('replay: a token ends sessions once, on whichever node it comes again, also twice at once', async () => {
    const other = await api.anotherNode()
    await inside()
    const token = logoutToken(provider, subject)
    const told = (await events()).length
    const answers = await Promise.all(
      [api.url, other, api.url, other].map((url) => send({ logout_token: token }, url)),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400, 400])
    expect(await events()).toHaveLength(told + 1)
    const back = await inside()
    expect((await send({ logout_token: token })).status).toBe(400)
    expect(await nameOf(back)).toBe(people.salem.name)
  })

  test('an ID token of the person is no logout token', async () => {
    const salem = await inside()
    const [row] = await api.sql(
      `select "idToken" as token from auth_session where "idToken" is not null order by "createdAt" desc limit 1`,
    )
    expect((await send({ logout_token: row.token })).status).toBe(400)
    expect(await nameOf(salem)).toBe(people.salem.name)
  })

  test('nonsense, JSON, another method and floods are refused without a word of why', async () => {
    for (const body of [
      '',
      'logout_token=',
      'logout_token=a.b.c',
      'logout_token=1&logout_token=2',
      'x'.repeat(20_000),
    ])
      expect(
        (await send(body, api.url, { 'content-type': 'application/x-www-form-urlencoded' })).status,
      ).toBeGreaterThanOrEqual(400)
    const token = logoutToken(provider, subject)
    const json = JSON.stringify({ logout_token: token })
    const salem = await inside()
    expect((await send(json, api.url, { 'content-type': 'application/json' })).status).toBe(400)
    expect((await fetch(`${api.url}${door}?logout_token=${token}`)).status).toBeGreaterThanOrEqual(404)
    await api.sql(`update auth_attempt set count = 600 where key like 'backchannel:%'`)
    const flooded = await send({ logout_token: token })
    expect([flooded.status, Number(flooded.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await nameOf(salem)).toBe(people.salem.name)
  })

  test('where no provider is named, nobody is signed out by anybody', async () => {
    expect((await send({ logout_token: logoutToken(provider, subject) }, without.url)).status).toBe(404)
  })
})

test('while the keys of the provider cannot be fetched it is told to come again, and the same token then ends', async () => {
  const other = await api.anotherNode()
  const salem = await inside()
  const token = logoutToken(provider, subject)
  provider.cut(true)
  expect((await send({ logout_token: token }, other)).status).toBe(503)
  provider.cut(false)
  expect(await nameOf(salem)).toBe(people.salem.name)
  expect((await send({ logout_token: token }, other)).status).toBe(200)
  await expect.poll(() => nameOf(salem), { timeout: 1000 }).toBeNull()
})
