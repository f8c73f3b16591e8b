import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'

/** Who was signed out at the provider, and the one word by which it said so. */
export type SignedOut = { issuer: string; subject: string; id: string }

/** Something that is no logout token of our provider, made for us, a moment ago. */
export class UnsoundToken extends Error {}

const event = 'http://schemas.openid.net/event/backchannel-logout'
// Signed by a key that only the provider has: neither unsigned, nor by the secret that we hold as well.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const types = ['logout+jwt', 'application/logout+jwt', 'jwt']
/** A token is of now, or none: so long it may have been under way. */
const youngerThan = 5 * 60
const skew = 30
const longest = 200

/** The keys of the provider, as it publishes them; fetched anew where a key is named that is not known. */
export const keysAt = (address: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(address), { timeoutDuration: 5000, cooldownDuration: 30_000 })

/**
 * Reads a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, demands it.
 * @throws UnsoundToken
 */
export async function readLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { issuer: string; audience: string },
): Promise<SignedOut> {
  const required = ['iss', 'aud', 'iat', 'exp', 'jti', 'sub', 'events']
  const rules = { ...expected, algorithms, requiredClaims: required, maxTokenAge: youngerThan }
  const { payload } = await jwtVerify(token, keys, { ...rules, clockTolerance: skew }).catch(
    (error: unknown) => {
      throw isOfToken(error) ? new UnsoundToken() : error
    },
  )
  const { typ = 'jwt' } = decodeProtectedHeader(token)
  if (!types.includes(typ.toLowerCase()) || !isLogout(payload)) throw new UnsoundToken()
  const { sub, jti } = payload
  if (!isShort(sub) || !isShort(jti)) throw new UnsoundToken()
  return { issuer: expected.issuer, subject: sub, id: jti }
}

// An ID token says a nonce and no event; what says both is neither.
function isLogout({ events, nonce }: JWTPayload): boolean {
  const told = events !== null && typeof events === 'object' && event in events ? events[event] : undefined
  return told !== null && typeof told === 'object' && nonce === undefined
}

const isShort = (text: unknown): text is string =>
  typeof text === 'string' && text !== '' && text.length <= longest

// What fails on the way to the keys is the provider's, and is asked for again.
function isOfToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && !isLine(error)
}

const isLine = (error: errors.JOSEError) => error.code === 'ERR_JOSE_GENERIC'
