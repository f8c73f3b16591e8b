import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { TestProvider } from './provider.ts'

type Parts = { header: Record<string, unknown>; claims: Record<string, unknown> }

const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unpacked = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString())

function signed({ header, claims }: Parts, key: KeyObject): string {
  const words = `${packed(header)}.${packed(claims)}`
  return `${words}.${sign('sha256', Buffer.from(words), key).toString('base64url')}`
}

function altered(token: string, change: (parts: Parts) => object): Parts {
  const [header, claims] = token.split('.')
  const parts = { header: unpacked(header), claims: unpacked(claims) }
  return { ...parts, ...change(parts) }
}

const now = () => Math.floor(Date.now() / 1000)

/** The same token once more: shows that the forgeries fail by what was changed in them. */
export const signedAnew = (token: string, { key }: TestProvider) =>
  signed(
    altered(token, () => ({})),
    key,
  )

/** ID tokens that must open nothing, each made of a true one. Most are signed by the provider's own key. */
export const forgeries: Record<string, (token: string, provider: TestProvider) => string> = {
  'has expired': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, iat: now() - 7200, exp: now() - 3600 } })),
      key,
    ),
  'is for another client': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, aud: 'payroll' } })),
      key,
    ),
  'is for many clients and was given to another': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, aud: ['sila', 'payroll'], azp: 'payroll' } })),
      key,
    ),
  'comes from another issuer': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, iss: 'https://evil.example' } })),
      key,
    ),
  'answers another question (nonce)': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, nonce: 'of somebody else' } })),
      key,
    ),
  'answers no question (no nonce)': (token, { key }) =>
    signed(
      altered(token, ({ claims }) => ({ claims: { ...claims, nonce: undefined } })),
      key,
    ),
  'is signed by another key of the same name': (token) =>
    signed(
      altered(token, () => ({})),
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    ),
  'is not signed (alg none)': (token) => {
    const { header, claims } = altered(token, () => ({ header: { alg: 'none' } }))
    return `${packed(header)}.${packed(claims)}.`
  },
  'is signed by the secret of the client (alg HS256)': (token, { environment }) => {
    const { header, claims } = altered(token, () => ({ header: { alg: 'HS256' } }))
    const words = `${packed(header)}.${packed(claims)}`
    const digest = createHmac('sha256', environment['SILA_OIDC_CLIENT_SECRET'] ?? '').update(words)
    return `${words}.${digest.digest('base64url')}`
  },
  'was altered after it was signed': (token) => {
    const [header, , seal] = token.split('.')
    const { claims } = altered(token, (parts) => ({ claims: { ...parts.claims, sub: 'somebody else' } }))
    return `${header}.${packed(claims)}.${seal}`
  },
}

const logout = 'http://schemas.openid.net/event/backchannel-logout'
/** A logout token as the provider would make it, but for what is changed in it. */
export function logoutToken(
  { issuer, kid, key }: TestProvider,
  subject: string,
  change: (parts: Parts) => Partial<Parts> = () => ({}),
  by: KeyObject = key,
): string {
  const parts: Parts = {
    header: { alg: 'RS256', kid, typ: 'logout+jwt' },
    claims: {
      ...{ iss: issuer, aud: 'sila', sub: subject, iat: now(), exp: now() + 120, jti: randomUUID() },
      events: { [logout]: {} },
    },
  }
  return signed({ ...parts, ...change(parts) }, by)
}

const claiming = (more: object) => (provider: TestProvider, subject: string) =>
  logoutToken(provider, subject, ({ claims }) => ({ claims: { ...claims, ...more } }))

/** Logout tokens that must end nothing. */
export const logoutForgeries: Record<string, (provider: TestProvider, subject: string) => string> = {
  'is signed by another key of the same name': (provider, subject) =>
    logoutToken(provider, subject, undefined, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  'names a key that nobody knows': (provider, subject) =>
    logoutToken(provider, subject, ({ header }) => ({ header: { ...header, kid: 'another' } })),
  'is not signed (alg none)': (provider, subject) => {
    const { header, claims } = altered(logoutToken(provider, subject), () => ({ header: { alg: 'none' } }))
    return `${packed(header)}.${packed(claims)}.`
  },
  'is signed by the secret of the client (alg HS256)': (provider, subject) => {
    const { header, claims } = altered(logoutToken(provider, subject), () => ({ header: { alg: 'HS256' } }))
    const words = `${packed(header)}.${packed(claims)}`
    const secret = provider.environment['SILA_OIDC_CLIENT_SECRET'] ?? ''
    return `${words}.${createHmac('sha256', secret).update(words).digest('base64url')}`
  },
  'was altered after it was signed': (provider, subject) => {
    const [header, , seal] = logoutToken(provider, 'somebody else').split('.')
    return `${header}.${logoutToken(provider, subject).split('.')[1]}.${seal}`
  },
  'is for another client': claiming({ aud: 'payroll' }),
  'comes from another issuer': claiming({ iss: 'https://evil.example' }),
  'has expired': claiming({ iat: now() - 240, exp: now() - 60 }),
  'never expires': claiming({ exp: undefined }),
  'is old, and holds for long': claiming({ iat: now() - 3600, exp: now() + 3600 }),
  'is of tomorrow': claiming({ iat: now() + 86_400, exp: now() + 90_000 }),
  'has no number of its own (jti)': claiming({ jti: undefined }),
  'names nobody': claiming({ sub: undefined }),
  'tells of another event': claiming({ events: { 'http://schemas.openid.net/event/other': {} } }),
  'tells of no event': claiming({ events: undefined }),
  'tells of an event that is none': claiming({ events: { [logout]: 'yes' } }),
  'answers a question (nonce)': claiming({ nonce: 'of a sign-in' }),
  'is of another kind (typ)': (provider, subject) =>
    logoutToken(provider, subject, ({ header }) => ({ header: { ...header, typ: 'at+jwt' } })),
}
