import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import { askCode, becomeKnown, deliverAll } from '../testing/proving.ts'
import { visitor } from '../testing/visitor.ts'

const api = useApi()
const stops: (() => unknown)[] = []
afterAll(() => stops.forEach((stop) => stop()))

/** Our own sources, by path. */
const sources = new Map(
  readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(?:testing|attacks)\b/u.test(name),
    )
    .map((name) => [name, readFileSync(join(import.meta.dirname, '..', name), 'utf8')]),
)
const filesWith = (pattern: RegExp) =>
  [...sources].flatMap(([name, text]) => (pattern.test(text) ? [name] : [])).toSorted()

describe('cross-site WebSocket hijack', () => {
  /** The status by which a live connection is refused; nothing where it opens. */
  function opened(origin: string | undefined, cookie: string): Promise<number | undefined> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { cookie, ...(origin !== undefined && { origin }) },
      })
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => (socket.close(), resolve(undefined)))
      socket.on('error', () => undefined)
    })
  }

  test('another site opens no live connection with the cookie of a colleague, however it names itself', async () => {
    const { cookie } = await api.as('salem')
    const { host, port } = new URL(api.url)
    for (const origin of [
      'https://evil.example',
      `http://${host}.evil.example`,
      `http://evil.example:${port}`,
      `http://evil.example/${host}`,
      `http://${host}@evil.example`,
      'null',
      `ftp://${host}`,
    ])
      expect([origin, await opened(origin, cookie)]).toEqual([origin, 403])
  })

  test('our own pages do, and programs, which send no origin', async () => {
    const { cookie } = await api.as('salem')
    expect(await opened(api.url, cookie)).toBeUndefined()
    expect(await opened(undefined, cookie)).toBeUndefined()
  })
})

describe('SSRF', () => {
  test('the house fetches no address that somebody outside chose', async () => {
    let hits = 0
    const trap = createServer((_request, response) => {
      hits += 1
      response.end()
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    stops.push(() => trap.close())
    const { port } = trap.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/bait`
    await becomeKnown(api, { name: url, email: `bait@127.0.0.1.example` }, `Look at ${url} and ![x](${url})`)
    await api.guest.ask(
      `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { problems { code } } }`,
      {
        input: {
          ...{ clientMutationId: key(), service: 'course', formVersion: 1, language: 'en' },
          ...{ contact: { name: 'Maryam', phone: '0551247001' }, answers: { url, file: url, image: url } },
        },
      },
    )
    await makeDevice(() => api.url).ask(askCode, { address: `bait@127.0.0.1:${port}` })
    await api.guest.ask(
      '{ association { name } }',
      {},
      {
        ...{ 'x-forwarded-host': `127.0.0.1:${port}`, referer: url, forwarded: `host=127.0.0.1:${port}` },
      },
    )
    const somebody = visitor(api.url)
    await somebody.post('/sign-in/email', { email: url, password: url, callbackURL: url, image: url })
    await somebody.post('/oidc/start', { callbackURL: url, issuer: url, url })
    await deliverAll(api)
    expect(hits).toBe(0)
  })

  test('what opens connections is known by name, and its addresses stand in the environment alone', () => {
    expect(
      filesWith(
        /\bfetch\(|createTransport\(|createRemoteJWKSet\(|\.discovery\(|from 'undici'|import \{[^}]*\b(?:connect|createConnection|request|get)\b[^}]*\} from 'node:(?:net|tls|https?)'/u,
      ),
    ).toEqual([
      // The scanner of files: SILA_CLAMD.
      'files/clamd.ts',
      // The mail server and the provider of text messages: SILA_SMTP_URL, SILA_SMS_URL.
      'outbox/carriers.ts',
      // The association's own provider of sign-ins, and its keys.
      'sessions/logout-token.ts',
      'sessions/provider.ts',
    ])
  })
})

describe('webhook replay', () => {
  test('each door that takes something is known by name; at one others post, and replay it for nothing', () => {
    expect(filesWith(/\bapp\s*\.(?:post|put|patch|delete|all)\(/u)).toEqual([
      'files/serve-files.ts',
      // The provider of sign-ins posts here; the replay stands in the spec beside it.
      'sessions/backchannel.ts',
      'sessions/serve-auth.ts',
    ])
    const paths = [...sources.values()].flatMap((text) =>
      [...text.matchAll(/\bapp\s*\.(?:post|put|patch|delete|all)\(\s*'([^']+)'/gu)].map(([, path]) => path),
    )
    expect(new Set(paths)).toEqual(
      new Set(['/api/auth/*splat', '/api/auth/oidc/backchannel-logout', '/files', '/files/:id']),
    )
  })

  test.each(['/webhooks/sms', '/api/webhooks', '/api/sms', '/api/mail', '/hooks/telegram'])(
    'a forged delivery to %s changes nothing, once and again',
    async (path) => {
      const [before] = await api.sql('select count(*) from event')
      for (let turn = 0; turn < 2; turn++) {
        const response = await fetch(`${api.url}${path}`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
          body: JSON.stringify({ id: 'x', state: 'DELIVERED', text: 'A question' }),
        })
        expect(response.status).toBe(404)
      }
      expect((await api.sql('select count(*) from event'))[0]).toEqual(before)
    },
  )
})

describe('kiosk residue', () => {
  test('no answer is kept by a browser, nor by anything on the way', async () => {
    const { cookie } = await api.as('salem')
    const question = `/graphql?query=${encodeURIComponent('{ association { name } }')}`
    for (const path of [question, '/api/auth/ways']) {
      const { headers } = await fetch(`${api.url}${path}`, {
        headers: { cookie, 'apollo-require-preflight': '1', origin: api.url },
      })
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
    }
  })
})
