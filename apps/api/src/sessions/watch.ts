import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import { sessionsChanged, sessionsTopic } from './topic.ts'
import { opensNow } from '../walls/conditions.ts'

/** Why a live line must be cut: the session is over, or the person is no longer who they were when it opened. */
export type Cut = 'ENDED' | 'CHANGED'

/** The session or the key by which somebody speaks; none where nothing can end. */
export function standsBy(actor: Actor): string | undefined {
  return actor.type === 'STAFF' ? (actor.key?.id ?? actor.sessionId) : undefined
}

/** Watches the sessions and keys behind live lines. */
export type SessionWatch = {
  /** Calls `cut` once, when the session or the key of the actor ends or changes; the answer stops the watching. */
  add(actor: Actor, cut: (why: Cut) => void): () => void
  stop(): void
}

type Watched = { id: string; standing: string; cut: (why: Cut) => void }

/** Half of the second that is promised, so that a look that takes long still keeps it. */
const lookEvery = 500

// What is open in an emergency is for the eyes of a session; by a key nobody sees it (actors/narrow.ts).
const openings = `(select string_agg(g.id::text, '|' order by g.id) from break_glass g
    where g.staff_id = st.id and ${opensNow})`
const standings = `select s.id, concat_ws('|', st.role, r.version, st.team_id, ${openings}) as standing
  from auth_session s join staff st on st.user_id = s."userId" left join role r on r.key = st.role
  where s.id = any($1) and s."expiresAt" > now() and st.active
  union all select k.id::text, concat_ws('|', st.role, r.version, st.team_id)
  from api_key k join staff st on st.id = k.staff_id left join role r on r.key = st.role
  where k.id::text = any($1) and k.ended_at is null and k.expires_at > $2 and st.active`

/** Looks at all watched sessions and keys by one statement, twice a second, and at once when the bell rings. */
export function watchSessions(house: House): SessionWatch {
  const all = new Set<Watched>()
  let looking: Promise<void> | undefined
  let again = false

  async function look() {
    const asked = [...all]
    if (asked.length === 0) return
    const { rows } = await house.database.pool.query<{ id: string; standing: string }>({
      name: 'session-standings',
      text: standings,
      values: [[...new Set(asked.map(({ id }) => id))], house.now()],
    })
    const now = new Map(rows.map(({ id, standing }) => [id, standing]))
    for (const one of asked) {
      const standing = now.get(one.id)
      if (standing === one.standing || !all.delete(one)) continue
      // What was kept of sessions and staff is older than what was just read, here and elsewhere.
      sessionsChanged(house)
      one.cut(standing === undefined ? 'ENDED' : 'CHANGED')
    }
  }

  /** A look that began before the bell may have missed what it rang for. */
  function lookNow() {
    again = looking !== undefined
    looking ??= look()
      // The database is away: nothing is delivered either; the next look tells.
      .catch(() => undefined)
      .finally(() => {
        looking = undefined
        if (again) lookNow()
      })
  }

  const timer = setInterval(lookNow, lookEvery)
  timer.unref()
  const leave = house.feed.onTopic((topic) => {
    if (topic === sessionsTopic) lookNow()
  })

  return {
    add(actor, cut) {
      const id = standsBy(actor)
      if (actor.type !== 'STAFF' || !id) return () => undefined
      const { role, roleVersion, teamId, openings: opened } = actor.staff
      const standing = [role, roleVersion, teamId, ...opened.map((one) => one.id)].filter(Boolean).join('|')
      const one = { id, standing, cut }
      all.add(one)
      return () => all.delete(one)
    },
    stop() {
      clearInterval(timer)
      leave()
      all.clear()
    },
  }
}
