import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, getSessionFromCtx } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import { AuthorizationResponseError } from 'openid-client'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Report } from '../refusal.ts'
import { beginChallenge } from './challenge.ts'
import { linkedUser } from './linked.ts'
import type { Flow, Provider, ProvenPerson } from './provider.ts'

/** Why somebody who comes back from the provider stays before the door; the sign-in page says each in words. */
export type Shut = 'lost' | 'declined' | 'down' | 'unsound' | 'unknown' | 'passkeyNeeded'

type Parts = {
  /** None where the association has named none: then these doors lead nowhere. */
  provider: Provider | undefined
  pool: Pool
  /** The origin by which the browser came, as far as it is ours. */
  homeOf(headers: Headers): string
  report: Report
}
type Kept = Flow & { to: string }

/** Between going to the provider and coming back: a second factor may have to be set up there first. */
const minutes = 15
const flowCookie = 'oidc'

class ShutDoor extends Error {
  constructor(readonly why: Shut) {
    super(why)
  }
}

/** Sign-in by the association's own provider, as steps of the sign-in library: its cookies, counts and origin checks hold. */
export function signInByProvider({ provider, pool, homeOf, report }: Parts) {
  return {
    id: 'sila-oidc',
    endpoints: {
      begin: createAuthEndpoint(
        '/oidc/start',
        { method: 'POST', body: z.object({ to: z.string().max(2000).optional() }), requireHeaders: true },
        async (ctx) => {
          if (!provider) throw new APIError('NOT_FOUND')
          const { url, flow } = await provider.begin(homeOf(ctx.headers)).catch((error: unknown) => {
            report(error)
            throw new APIError('SERVICE_UNAVAILABLE', {
              code: 'PROVIDER_DOWN',
              message: 'The provider is away',
            })
          })
          const kept: Kept = { ...flow, to: localPath(ctx.body.to) }
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: `oidc-${flow.state}`,
            value: JSON.stringify(kept),
            expiresAt: new Date(Date.now() + minutes * 60_000),
          })
          // Strict cookies do not come along when another site leads back here.
          const cookie = ctx.context.createAuthCookie(flowCookie, { maxAge: minutes * 60, sameSite: 'lax' })
          await ctx.setSignedCookie(cookie.name, flow.state, ctx.context.secret, cookie.attributes)
          return ctx.json({ url })
        },
      ),
      finish: createAuthEndpoint('/oidc/callback', { method: 'GET', requireRequest: true }, async (ctx) => {
        if (!provider) throw new APIError('NOT_FOUND')
        const { search, searchParams } = new URL(ctx.request.url)
        const to = await takeFlow(ctx, searchParams.get('state') ?? '')
          .then(async (flow) => open(ctx, await provider.finish(search, flow), flow.to))
          .catch((error: unknown) => {
            const why = whyShut(error)
            if (why === 'unsound' || why === 'down') report(error)
            return `/staff/?door=${why}`
          })
        throw ctx.redirect(to)
      }),
    },
  } satisfies BetterAuthPlugin

  /** Opens the session, or asks for the house's own second factor first; answers where to go. */
  async function open(ctx: Parameters<typeof setSessionCookie>[0], person: ProvenPerson, to: string) {
    const userId = await linkedUser(pool, person)
    const user = userId && (await ctx.context.internalAdapter.findUserById(userId))
    if (!user) throw new ShutDoor('unknown')
    // Whoever was signed in by this browser before is not any more.
    const before = await getSessionFromCtx(ctx)
    if (before) await ctx.context.internalAdapter.deleteSession(before.session.token)
    if (!person.secondFactor && 'twoFactorEnabled' in user && user.twoFactorEnabled) {
      deleteSessionCookie(ctx, true)
      await beginChallenge(ctx, user.id, 'PROVIDER')
      return `${to}${to.includes('?') ? '&' : '?'}door=code`
    }
    const { idToken, secondFactor } = person
    const opened = { way: 'PROVIDER', secondFactor, idToken }
    const session = await ctx.context.internalAdapter.createSession(user.id, false, opened)
    await setSessionCookie(ctx, { session, user })
    return to
  }
}

/** What this very browser went away with; whoever else comes with it, or comes twice, has none. */
async function takeFlow(ctx: Parameters<typeof setSessionCookie>[0], state: string): Promise<Kept> {
  const cookie = ctx.context.createAuthCookie(flowCookie)
  const own = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  ctx.setCookie(cookie.name, '', { ...cookie.attributes, sameSite: 'lax', maxAge: 0 })
  if (!own || own !== state) throw new ShutDoor('lost')
  const found = await ctx.context.internalAdapter.consumeVerificationValue(`oidc-${state}`)
  if (!found || found.expiresAt < new Date()) throw new ShutDoor('lost')
  // oxlint-disable-next-line typescript/consistent-type-assertions -- our own words, written by the step before
  return JSON.parse(found.value) as Kept
}

function whyShut(error: unknown): Shut {
  if (error instanceof ShutDoor) return error.why
  if (error instanceof AuthorizationResponseError) return 'declined'
  if (error instanceof APIError) return error.body?.code === 'PASSKEY_NEEDED' ? 'passkeyNeeded' : 'unknown'
  // The line to the provider, and not what came over it.
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' ? 'down' : 'unsound'
}

/** A path of the staff app, or its beginning: nobody is led elsewhere by signing in. */
export function localPath(wished: string | undefined): string {
  const home = 'http://house.invalid'
  const address = URL.canParse(wished ?? '', home) ? new URL(wished ?? '', home) : undefined
  const own = address?.origin === home && /^\/staff(\/|$)/.test(address.pathname)
  return own && !/[\\\p{Cc}]/u.test(wished ?? '') ? `${address.pathname}${address.search}` : '/staff/'
}
