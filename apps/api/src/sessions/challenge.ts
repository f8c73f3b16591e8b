import { randomBytes } from 'node:crypto'
import type { createAuthMiddleware } from 'better-auth/api'

/** A step of the sign-in library. */
export type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

// The library's challenge cookie, which names the person between the first factor and the code.
const challengeCookie = 'two_factor'
const seconds = 600

/** Asks for the code of the app next, as the library does after a password; it remembers by which way the person came. */
export async function beginChallenge(ctx: HookContext, userId: string, way: string): Promise<void> {
  const { createAuthCookie, internalAdapter, secret } = ctx.context
  const identifier = `2fa-${way}-${randomBytes(20).toString('base64url')}`
  const expiresAt = new Date(Date.now() + seconds * 1000)
  await internalAdapter.createVerificationValue({ identifier, value: userId, expiresAt })
  await internalAdapter.createVerificationValue({
    identifier: `2fa-attempts-${identifier}`,
    value: '0',
    expiresAt,
  })
  const cookie = createAuthCookie(challengeCookie, { maxAge: seconds })
  await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes)
}

/** Which challenge the browser stands before, and whose it is. */
export async function challengeOf(ctx: HookContext): Promise<{ way: string; userId: string } | undefined> {
  const cookie = ctx.context.createAuthCookie(challengeCookie)
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  if (!challenge) return undefined
  const found = await ctx.context.internalAdapter.findVerificationValue(challenge)
  const way = challenge.startsWith('2fa-PROVIDER-') ? 'PROVIDER' : 'PASSWORD'
  return found ? { way, userId: found.value } : undefined
}
