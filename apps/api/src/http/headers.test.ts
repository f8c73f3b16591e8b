import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { get } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'

/** Two apps as they are built, as small as can be. */
function buildClients(): string {
  const root = mkdtempSync(join(tmpdir(), 'sila-clients-'))
  const page = (title: string) =>
    `<!doctype html><title>${title}</title><style nonce="__nonce__"></style><script nonce="__nonce__"></script>${'<p>words</p>'.repeat(200)}`
  const files: Record<string, string> = {
    'portal/dist/ar/index.html': page('home'),
    'portal/dist/ar/ask/index.html': page('ask'),
    'portal/dist/ar/t/track/index.html': page('track'),
    'portal/dist/ar/404/index.html': page('missing'),
    'portal/dist/sw.js': 'self',
    'portal/dist/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'portal/dist/assets/main-abc.js': 'export {}',
    'staff-web/dist/index.html': page('staff'),
    'staff-web/dist/assets/index-abc.js': 'export {}',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

const root = buildClients()
const clients = { SILA_CLIENTS: root }
const api = useApi(clients)
const encrypted = useApi({ ...clients, SILA_ORIGINS: 'https://sila.example' })
afterAll(() => rmSync(root, { recursive: true }))

const pages = [
  '/ar/',
  '/ar/ask',
  '/ar/t/Q-7F3K-2M9P',
  '/ar/nowhere',
  '/staff',
  '/staff/requests',
  '/staff/explorer',
]
const at = (path: string, init: RequestInit = {}) =>
  fetch(`${api.url}${path}`, { redirect: 'manual', ...init })
const policyOf = (answer: Response) =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values]
    }),
  )

describe('a page', () => {
  test.each(pages)('%s lets nothing run but what carries the nonce of this very answer', async (path) => {
    const answers = [await at(path), await at(path)]
    const nonces = answers.map((answer) => policyOf(answer).get('script-src')?.[0]?.slice(7, -1) ?? '')
    expect(new Set(nonces).size).toBe(2)
    for (const [index, answer] of answers.entries()) {
      const policy = policyOf(answer)
      expect(policy.get('script-src')).toEqual([`'nonce-${nonces[index]}'`, "'strict-dynamic'"])
      expect(Buffer.from(nonces[index] ?? '', 'base64').length).toBeGreaterThanOrEqual(16)
      const html = await answer.text()
      expect(html.match(/nonce="([^"]*)"/g)).toEqual(
        Array.from({ length: 2 }, () => `nonce="${nonces[index]}"`),
      )
      expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
      expect(policy.get('trusted-types')).toContain('sila-icons')
      expect(policy.get('default-src')).toEqual(["'none'"])
      for (const shut of ['object-src', 'base-uri', 'frame-ancestors'])
        expect(policy.get(shut)).toEqual(["'none'"])
      expect(policy.get('form-action')).toEqual(["'self'"])
      expect([...policy.values()].flat()).not.toContain("'unsafe-eval'")
      expect(policy.has('report-uri') || policy.has('report-to')).toBe(false)
    }
  })

  test.each(pages.filter((path) => path !== '/staff/explorer'))(
    '%s takes no style that somebody wrote into it',
    async (path) => {
      const policy = policyOf(await at(path))
      expect(policy.get('style-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-/)])
      expect(policy.get('style-src-attr')).toEqual(["'none'"])
    },
  )

  test('is kept by nobody under an old nonce: it has no tag and is always sent whole', async () => {
    for (const path of pages) {
      const since = 'Fri, 01 Jan 2100 00:00:00 GMT'
      const { status, headers } = await raw(path, { 'if-none-match': '*', 'if-modified-since': since })
      expect([status === 304, headers['etag'], headers['last-modified']]).toEqual([
        false,
        undefined,
        undefined,
      ])
      expect(headers['cache-control']).toBe('private, no-cache')
    }
  })

  test('never goes out as a file, with the place of the nonce in it', async () => {
    for (const path of ['/ar/index.html', '/staff/index.html', '/ar/ask/index.htm%6c', '/ar/404/index.HTML'])
      expect(await (await at(path)).text(), path).not.toContain('__nonce__')
  })

  test('speaks to its own server alone, whatever the request calls that', async () => {
    const { host } = new URL(api.url)
    expect(policyOf(await at('/ar/')).get('connect-src')).toEqual(["'self'", `ws://${host}`, `wss://${host}`])
    const forged = await rawPolicy("sila.example; script-src 'unsafe-inline'")
    expect(forged).not.toContain('unsafe-inline')
    expect(forged).toContain("connect-src 'self';")
  })

  test('is packed for the line', async () => {
    const { headers, body } = await raw('/ar/')
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(body).toString()).toContain('<title>home</title>')
  })

  test('tells nobody where the reader was, stands in no frame, and may use no camera', async () => {
    for (const path of pages) {
      const { headers } = await at(path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=(), '),
      })
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
})

describe('what is no page', () => {
  test.each([
    '/livez',
    '/readyz',
    '/api/demo',
    '/api/auth/ways',
    '/api/auth/nowhere',
    '/icon.svg',
    '/',
    '/nowhere',
  ])('%s can run and load nothing', async (path) => {
    const { headers } = await at(path)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('an answer of GraphQL neither, and nobody keeps it', async () => {
    const answer = await at('/graphql?query={__typename}', { headers: { 'apollo-require-preflight': '1' } })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test.each(['/assets/main-abc.js', '/staff/assets/index-abc.js', '/sw.js'])(
    'the code %s, as a worker, loads what is ours and asks our server',
    async (path) => {
      expect((await at(path)).headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
      )
    },
  )

  test('files with a name for ever are kept for ever, others are asked for again', async () => {
    expect((await at('/assets/main-abc.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    const { headers } = await at('/sw.js')
    expect(headers.get('cache-control')).toBe('public, max-age=0')
    // By Node's own hand: fetch would ask for it whole.
    const again = await raw('/sw.js', { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })
})

describe('the line', () => {
  test('is said to be https alone where it is, and only there', async () => {
    for (const path of ['/ar/', '/livez', '/graphql?query={__typename}', '/api/auth/ways']) {
      expect((await at(path)).headers.get('strict-transport-security'), path).toBeNull()
      expect((await fetch(`${encrypted.url}${path}`)).headers.get('strict-transport-security'), path).toBe(
        'max-age=31536000; includeSubDomains',
      )
    }
  })
})

function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      get(`${api.url}${path}`, { headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
        )
      }).on('error', reject)
    },
  )
}

const rawPolicy = async (host: string) =>
  String((await raw('/ar/', { host })).headers['content-security-policy'])
