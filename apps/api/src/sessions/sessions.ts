import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '../context.ts'
import type { Directory } from '../staff/directory.ts'
import { webHeaders } from './auth.ts'
import type { Auth } from './auth.ts'

/** Tells who sends a request. */
export type Sessions = { actorOf(headers: IncomingHttpHeaders): Promise<Actor> }

const guest: Actor = { type: 'GUEST' }
const keepFor = 1000
const mostKept = 10_000

/** Sessions are looked up in the database and kept for a second: an ended one is gone a second later at the latest. */
export function makeSessions(auth: Auth, directory: Directory): Sessions {
  const kept = new Map<string, { until: number; userId: Promise<string | undefined> }>()

  function userOf(headers: IncomingHttpHeaders, cookie: string): Promise<string | undefined> {
    const known = kept.get(cookie)
    if (known && known.until > Date.now()) return known.userId
    if (kept.size > mostKept) kept.clear()
    const userId = auth.api.getSession({ headers: webHeaders(headers) }).then((session) => session?.user.id)
    kept.set(cookie, { until: Date.now() + keepFor, userId })
    userId.catch(() => kept.delete(cookie))
    return userId
  }

  return {
    async actorOf(headers) {
      const { cookie } = headers
      if (!cookie?.includes('sila.session_token')) return guest
      const userId = await userOf(headers, cookie)
      if (!userId) return guest
      const staff = [...(await directory.staff()).values()].find((member) => member.userId === userId)
      return staff?.active ? { type: 'STAFF', staff } : guest
    },
  }
}
