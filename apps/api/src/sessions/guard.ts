import { createHash } from 'node:crypto'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Attempts, AttemptRule } from './attempts.ts'

/** A password is tried this often for one address, from wherever; whoever knows it starts the count anew. */
const passwords: AttemptRule = { max: 15, window: 15 * 60 }
/** Codes are compared this often for one person, then there is a pause. */
const codes: AttemptRule = { max: 5, window: 15 * 60 }
/** A code is good for a minute and a half; it is remembered for longer than that. */
const once: AttemptRule = { max: 1, window: 180 }

const withPassword = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/verify-registration',
])
const withCode = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])
// The library's challenge cookie, which names the person between password and code.
const challengeCookie = 'two_factor'

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** What stands before and after the library's own steps: the counts that it does not keep, and what it would allow. */
export function guard(attempts: Attempts) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      const key = await keyOf(ctx)
      if (key) await take(attempts, key, key.startsWith('code:') ? codes : passwords)
      if (withCode.has(ctx.path)) await neverTwice(ctx, attempts)
      if (ctx.path === '/passkey/verify-registration') await askPassword(ctx)
      // A new password is a new lock: whoever was in by the old one is out.
      if (ctx.path === '/change-password')
        return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
      // A device that is trusted for weeks would outlive a second factor that was reset.
      if (withCode.has(ctx.path)) return { context: { body: { code: digitsOf(ctx.body?.code) } } }
      return undefined
    }),
    after: createAuthMiddleware(async (ctx) => {
      const key = ctx.context.returned instanceof APIError ? undefined : await keyOf(ctx)
      if (key) await attempts.clear(key)
    }),
  }
}

/** Under which name this try is counted; nothing where nothing is guessed. */
async function keyOf(ctx: HookContext): Promise<string | undefined> {
  if (ctx.path === '/sign-in/email') return passwordKey(ctx.body?.email)
  if (withPassword.has(ctx.path)) return passwordKey((await signedIn(ctx))?.email)
  if (!withCode.has(ctx.path)) return undefined
  const person = await whoseCode(ctx)
  return person && `code:${person}`
}

// After a step that made a new session the old one is gone.
const signedIn = async (ctx: HookContext) => (ctx.context.newSession ?? (await getSessionFromCtx(ctx)))?.user

// The same for addresses that nobody has: whether one is known is not told by the pause either.
const passwordKey = (email: unknown) =>
  typeof email === 'string' ? `password:${hash(email.trim().toLowerCase())}` : undefined

async function whoseCode(ctx: HookContext): Promise<string | undefined> {
  const user = await signedIn(ctx)
  if (user) return user.id
  const cookie = ctx.context.createAuthCookie(challengeCookie)
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  if (!challenge) return undefined
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value
}

/** A code that was seen over a shoulder opens nothing, whether its owner was faster or not. */
async function neverTwice(ctx: HookContext, attempts: Attempts) {
  const person = await whoseCode(ctx)
  const code = digitsOf(ctx.body?.code)
  if (!person || ctx.path !== '/two-factor/verify-totp') return
  const { allowed } = await attempts.take(`used:${hash(`${person}:${code}`)}`, once)
  if (!allowed) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
}

/** An open screen alone is not enough to add a way in. */
async function askPassword(ctx: HookContext) {
  const user = await signedIn(ctx)
  if (user) await ctx.context.password.checkPassword(user.id, ctx)
}

async function take(attempts: Attempts, key: string, rule: AttemptRule) {
  const { allowed, retryAfter } = await attempts.take(key, rule)
  if (allowed) return
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Wait and try again.' },
    { 'X-Retry-After': String(retryAfter) },
  )
}

/** A code as it was meant: authenticators show it in two halves, and some keyboards write other digits. */
function digitsOf(code: unknown): string {
  if (typeof code !== 'string') return ''
  return code
    .slice(0, 40)
    .replaceAll(/\s/gu, '')
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x06_60))
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
