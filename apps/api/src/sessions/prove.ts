import { APIError } from 'better-auth/api'
import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'
import { webHeaders } from './auth.ts'
import type { Auth } from './auth.ts'

/** By what somebody who is signed in shows once more that it is they. */
export type Proof = {
  code?: string | null
  passkey?: Record<string, unknown> | null
  password?: string | null
}
/** Whether it was shown. */
export type Proven = 'PROVEN' | 'MISSING' | 'WRONG' | 'TOO_OFTEN'

type PasskeyAsked = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>
type Parts = { auth: Auth; pool: Pool; secondFactor: boolean }

/**
 * Asks for the second factor again in a session that runs: the sign-in library compares, and `guard` counts the guesses
 * together with those of signing in. The password stands in only where nobody has to have a second factor, and has none.
 */
export async function proveAgain(
  { auth, pool, secondFactor }: Parts,
  asked: IncomingHttpHeaders,
  proof: Proof,
): Promise<Proven> {
  const headers = webHeaders(asked)
  const found = await auth.api.getSession({ headers })
  if (!found) return 'MISSING'
  const { id: userId, twoFactorEnabled: totp } = found.user
  const passkey = await hasPasskey(pool, userId)
  try {
    if (totp && proof.code) await auth.api.verifyTOTP({ headers, body: { code: proof.code } })
    else if (passkey && proof.passkey) await verifyPasskey(auth, headers, proof.passkey, userId)
    else if (!totp && !passkey && !secondFactor && proof.password)
      await auth.api.verifyPassword({ headers, body: { password: proof.password } })
    else return 'MISSING'
    return 'PROVEN'
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return error.status === 'TOO_MANY_REQUESTS' ? 'TOO_OFTEN' : 'WRONG'
  }
}

/** Whether somebody holds a passkey. */
export async function hasPasskey(pool: Pool, userId: string): Promise<boolean> {
  const text = 'select from auth_passkey where "userId" = $1 limit 1'
  return Boolean((await pool.query(text, [userId])).rowCount)
}

// The library takes it for a sign-in: the session that it makes is nobody's, and ends before it was used.
async function verifyPasskey(
  auth: Auth,
  headers: Headers,
  response: Record<string, unknown>,
  userId: string,
) {
  if (typeof response['id'] !== 'string')
    throw new APIError('UNAUTHORIZED', { message: 'No answer of a passkey' })
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the library itself checks what a browser sent
  const asked = { headers, body: { response } } as unknown as PasskeyAsked
  const { session, user } = await auth.api.verifyPasskeyAuthentication(asked)
  const { internalAdapter } = await auth.$context
  await internalAdapter.deleteSession(session.token)
  if (user.id !== userId) throw new APIError('UNAUTHORIZED', { message: 'The passkey of somebody else' })
}
