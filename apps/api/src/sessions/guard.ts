import { createHash } from 'node:crypto'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Pool } from 'pg'
import type { Attempts, AttemptRule } from './attempts.ts'
import { challengeOf } from './challenge.ts'
import type { HookContext } from './challenge.ts'
import { leavingProvider } from './leave.ts'
import type { Provider } from './provider.ts'
import { mayRecover, recovered } from './recovery.ts'
import { isEnrolling, secured } from './ways.ts'

/** A password is tried this often for one address, from wherever; whoever knows it starts the count anew. */
const passwords: AttemptRule = { max: 15, window: 15 * 60 }
/** Codes are compared this often for one person, then there is a pause. */
const codes: AttemptRule = { max: 5, window: 15 * 60 }
/** Of two that are removed at once, each would not be the last. */
const oneByOne: AttemptRule = { max: 1, window: 3 }
/** A code is good for a minute and a half; it is remembered for longer than that. */
const once: AttemptRule = { max: 1, window: 180 }

const withPassword = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/verify-registration',
  '/verify-password',
])
/** This one asks for it where the last second factor would go. */
const removal = '/passkey/delete-passkey'
const withCode = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])
/** After these a session stands by a second factor that did not exist before. */
const newFactor = new Set(['/two-factor/verify-totp', '/passkey/verify-registration'])

type Parts = {
  attempts: Attempts
  pool: Pool
  /** Whether staff may sign in by a password at all. */
  byPassword: boolean
  /** Whether staff must have a second factor. */
  demanded: boolean
  provider: Provider | undefined
  homeOf(headers: Headers): string
}

/** What stands before and after the library's own steps: the counts that it does not keep, and what it would allow. */
export function guard({ attempts, pool, byPassword, demanded, provider, homeOf }: Parts) {
  const leaving = leavingProvider(provider, homeOf)
  return {
    before: createAuthMiddleware(async (ctx) => {
      const key = await keyOf(ctx)
      if (key) await take(attempts, key, key.startsWith('code:') ? codes : passwords)
      if (withCode.has(ctx.path)) await neverTwice(ctx, attempts)
      if (ctx.path === '/sign-in/email' && !byPassword) await mayRecover(pool, ctx.body?.email)
      if (ctx.path === '/passkey/verify-registration') await askPassword(ctx, demanded)
      if (ctx.path === removal) await neverBare(ctx, pool, attempts)
      if (ctx.path === '/sign-out') await leaving.before(ctx)
      // A new password is a new lock: whoever was in by the old one is out.
      if (ctx.path === '/change-password')
        return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
      // A device that is trusted for weeks would outlive a second factor that was reset. It is said aloud, because what is
      // given here is laid over what was sent, and replaces nothing that it does not name.
      if (withCode.has(ctx.path))
        return { context: { body: { code: digitsOf(ctx.body?.code), trustDevice: false } } }
      return undefined
    }),
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.context.returned instanceof APIError) return undefined
      const key = await keyOf(ctx)
      if (key) await attempts.clear(key)
      if (ctx.path === '/sign-in/email' && !byPassword) await recovered(pool, ctx.body?.email)
      if (newFactor.has(ctx.path)) {
        const session = (ctx.context.newSession ?? (await getSessionFromCtx(ctx)))?.session
        if (session) await secured(pool, session)
      }
      return ctx.path === '/sign-out' ? leaving.after(ctx) : undefined
    }),
  }
}

/** Under which name this try is counted; nothing where nothing is guessed. */
async function keyOf(ctx: HookContext): Promise<string | undefined> {
  if (ctx.path === '/sign-in/email') return passwordKey(ctx.body?.email)
  if (withPassword.has(ctx.path) || (ctx.path === removal && passwordGiven(ctx)))
    return passwordKey((await signedIn(ctx))?.email)
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
  return (await challengeOf(ctx))?.userId
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
async function askPassword(ctx: HookContext, demanded: boolean) {
  const found = await getSessionFromCtx(ctx)
  if (found && !isEnrolling(found.session, demanded))
    await ctx.context.password.checkPassword(found.user.id, ctx)
}

const passwordGiven = ({ body }: HookContext) => typeof body?.password === 'string'

/** An open screen alone is not enough to take the last second factor away: what is left would be the password. */
async function neverBare(ctx: HookContext, pool: Pool, attempts: Attempts) {
  const found = await getSessionFromCtx(ctx)
  if (!found) return
  await take(attempts, `removal:${found.user.id}`, oneByOne)
  const { rows } = await pool.query<{ last: boolean }>(
    `select not coalesce(u."twoFactorEnabled", false) and not exists (
        select from auth_passkey p where p."userId" = u.id and p.id is distinct from $2) as last
      from auth_user u where u.id = $1`,
    [found.user.id, ctx.body?.id],
  )
  if (passwordGiven(ctx)) await ctx.context.password.checkPassword(found.user.id, ctx)
  else if (rows[0]?.last)
    throw new APIError('FORBIDDEN', { code: 'PASSWORD_NEEDED', message: 'Give the password as well' })
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
