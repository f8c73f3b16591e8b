import { APIError } from 'better-auth/api'
import type { Pool } from 'pg'
import { challengeOf } from './challenge.ts'
import type { HookContext } from './challenge.ts'

/** How sessions say by what they were opened; the library writes these columns and never takes them from a client. */
export const sessionFields = {
  way: { type: 'string', required: false, input: false },
  secondFactor: { type: 'boolean', required: false, input: false },
  idToken: { type: 'string', required: false, input: false },
} as const

type NewSession = { userId: string; way?: unknown; secondFactor?: unknown }

/** Steps that ask for the second factor itself. */
const withSecondFactor = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
])

type Row = { active: boolean; totp: boolean; passkey: boolean }

/** What must hold before any session begins, and what the session says of itself. */
export function beforeSession(pool: Pool, demanded: boolean) {
  return async (session: NewSession, ctx: HookContext | null) => {
    const { rows } = await pool.query<Row>(
      `select s.active, u."twoFactorEnabled" as totp,
        exists (select from auth_passkey p where p."userId" = u.id) as passkey
        from staff s join auth_user u on u.id = s.user_id where u.id = $1`,
      [session.userId],
    )
    const [person] = rows
    // Whoever was disabled gets the answer that a wrong password gets.
    if (!person?.active)
      throw new APIError('UNAUTHORIZED', {
        code: 'INVALID_EMAIL_OR_PASSWORD',
        message: 'Invalid email or password',
      })
    const path = ctx?.path ?? ''
    const shown = { ...sameAs(ctx), ...session }
    const secondFactor = withSecondFactor.has(path) || shown.secondFactor === true
    // Where a code is set up, it is asked next; a passkey must be what opens.
    if (demanded && !secondFactor && person.passkey && !person.totp)
      throw new APIError('FORBIDDEN', { code: 'PASSKEY_NEEDED', message: 'Sign in by your passkey' })
    return { data: { ...shown, secondFactor, way: shown.way ?? (await wayOf(path, ctx)) } }
  }
}

/** A new password opens no new door: the session that begins with it says what the one said in which it was set. */
function sameAs(ctx: HookContext | null): Partial<Record<keyof typeof sessionFields, unknown>> {
  const before = ctx?.path === '/change-password' ? ctx.context.session?.session : undefined
  return before
    ? { way: before['way'], secondFactor: before['secondFactor'], idToken: before['idToken'] }
    : {}
}

async function wayOf(path: string, ctx: HookContext | null): Promise<string> {
  if (path.startsWith('/passkey/')) return 'PASSKEY'
  return (ctx && (await challengeOf(ctx))?.way) ?? 'PASSWORD'
}

/** Marks a session in which the person has just shown a new second factor, and ends what was opened without any. */
export async function secured(pool: Pool, session: { id: string; userId: string }): Promise<void> {
  await pool.query('update auth_session set "secondFactor" = true where id = $1', [session.id])
  await pool.query('delete from auth_session where "userId" = $1 and not "secondFactor"', [session.userId])
}

const freshFor = 10 * 60_000

/**
 * Whether somebody has come from the provider a moment ago to set up the second factor that is demanded. They may have no
 * password here, and behind their screen there is nothing yet that one would have to guard.
 */
export function isEnrolling(
  session: Record<string, unknown> & { createdAt: Date },
  demanded: boolean,
): boolean {
  const { way, secondFactor, createdAt } = session
  return (
    demanded && way === 'PROVIDER' && !secondFactor && new Date(createdAt).getTime() > Date.now() - freshFor
  )
}
