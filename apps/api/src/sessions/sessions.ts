import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import { webHeaders } from './auth.ts'
import type { Auth } from './auth.ts'
import { hasPasskey, proveAgain } from './prove.ts'
import type { Proof } from './prove.ts'
import { sessionsTopic } from './topic.ts'

/** Tells who sends a request. */
export type Sessions = {
  actorOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): Promise<Actor>
}

type Parts = { auth: Auth; house: House; secondFactor: boolean }
type Known = { userId: string; sessionId: string; standing: 'secured' | 'mustEnrol' | 'tooWeak' }

const guest: Actor = { type: 'GUEST' }
const keepFor = 1000
const mostKept = 10_000

/**
 * Sessions are looked up in the database and kept for a second; whatever ends one rings on all nodes, and then all are
 * looked up anew. Where a second factor is demanded, whoever has none yet is a guest who must enrol, and whoever has one
 * but came in without it is a guest like all others.
 */
export function makeSessions({ auth, house, secondFactor }: Parts): Sessions {
  const kept = new Map<string, { until: number; known: Promise<Known | undefined> }>()
  house.feed.onTopic((topic) => {
    if (topic !== sessionsTopic) return
    kept.clear()
    house.directory.forget()
  })

  async function look(headers: IncomingHttpHeaders): Promise<Known | undefined> {
    const found = await auth.api.getSession({ headers: webHeaders(headers) })
    if (!found) return undefined
    const { id: userId, twoFactorEnabled } = found.user
    const { id: sessionId, secondFactor: shown, way } = found.session
    if (!secondFactor || (shown && way === 'PROVIDER')) return { userId, sessionId, standing: 'secured' }
    const has = Boolean(twoFactorEnabled) || (await hasPasskey(house.database.pool, userId))
    return { userId, sessionId, standing: has ? (shown ? 'secured' : 'tooWeak') : 'mustEnrol' }
  }

  function knownOf(headers: IncomingHttpHeaders, cookie: string): Promise<Known | undefined> {
    const before = kept.get(cookie)
    if (before && before.until > Date.now()) return before.known
    if (kept.size > mostKept) kept.clear()
    const known = look(headers)
    kept.set(cookie, { until: Date.now() + keepFor, known })
    known.catch(() => kept.delete(cookie))
    return known
  }

  return {
    async actorOf({ headers }) {
      const { cookie } = headers
      if (!cookie?.includes('sila.session_token')) return guest
      const known = await knownOf(headers, cookie)
      if (!known || known.standing === 'tooWeak') return guest
      const staff = [...(await house.directory.staff()).values()].find(
        (member) => member.userId === known.userId,
      )
      if (!staff?.active) return guest
      if (known.standing === 'mustEnrol') return { type: 'GUEST', mustEnrol: true }
      const { pool } = house.database
      const prove = (proof: Proof) => proveAgain({ auth, pool, secondFactor }, headers, proof)
      return { type: 'STAFF', staff, sessionId: known.sessionId, prove }
    },
  }
}
