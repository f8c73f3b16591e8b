import express from 'express'
import type { Express, Request, Response } from 'express'
import { makeContext } from '../context.ts'
import type { House } from '../context.ts'
import { change } from '../events.ts'
import { fingerprint } from '../keys/keys.ts'
import type { Report } from '../refusal.ts'
import { endSessions } from '../staff/account.acts.ts'
import { makeAttempts } from './attempts.ts'
import { UnsoundToken } from './logout-token.ts'
import type { SignedOut } from './logout-token.ts'
import type { Provider } from './provider.ts'
import { sessionsChanged } from './topic.ts'

const perMinute = { window: 60, max: 600 }

type Parts = { house: House; provider: Provider | undefined; report: Report }

/**
 * Serves OpenID Connect Back-Channel Logout: whoever is signed out or disabled at the provider is signed out here within a
 * second, live screens included, without a browser in between.
 */
export function serveBackchannel(app: Express, { house, provider, report }: Parts) {
  const attempts = makeAttempts(house.database.pool)
  const form = express.urlencoded({ extended: false, limit: '16kb' })

  async function answer(request: Request, response: Response) {
    response.set('Cache-Control', 'no-store')
    if (!provider) return void response.status(404).json({ code: 'REFUSED' })
    const { allowed, retryAfter } = await attempts.take(`backchannel:${request.ip}`, perMinute)
    if (!allowed) return void response.status(429).set('Retry-After', String(retryAfter)).end()
    const token: unknown = request.body?.logout_token
    if (typeof token !== 'string') return refuse(response)
    try {
      const ended = await endAll(house, await provider.signedOut(token))
      if (!ended) return refuse(response)
      response.status(200).end()
    } catch (error) {
      if (error instanceof UnsoundToken) return refuse(response)
      // The provider is to say it again: its keys could not be fetched, or the database is away.
      report(error)
      response.status(503).json({ error: 'temporarily_unavailable' })
    }
  }
  app.post('/api/auth/oidc/backchannel-logout', form, answer)
}

// One answer for whatever is no word of the provider; why, is told to nobody.
function refuse(response: Response) {
  response.status(400).json({ error: 'invalid_request' })
}

type Row = { id: string; userId: string }

/** Ends every session of whoever is linked to the subject; false where this very token was used before. */
async function endAll(house: House, { issuer, subject, id }: SignedOut): Promise<boolean> {
  const { rows } = await house.database.pool.query<Row>(
    `select s.id, s.user_id as "userId" from auth_account a join staff s on s.user_id = a."userId"
      where a."providerId" = $1 and a."accountId" = $2`,
    [issuer, subject],
  )
  const [member] = rows
  // Nobody here: there is nothing to end, and it is not told.
  if (!member) return true
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  // Acts are done once by their key: a token that comes again finds it taken.
  const key = `logout-${fingerprint([issuer, id]).toString('hex')}`
  const outcome = await change(ctx, { name: 'staff.leaveByProvider', key, input: {} }, async (em) => {
    await endSessions(em, member.userId)
    const about = { aggregate: 'staff', aggregateId: member.id, visibility: 'STAFF' } as const
    return { result: {}, event: { ...about, type: 'staff.signedOutByProvider' } }
  })
  sessionsChanged(house)
  return outcome.done && !outcome.repeated
}
