import { createHash, randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { provenMinutes } from '@sila/domain/code'
import { v7 as uuidv7 } from 'uuid'
import type { Pool } from 'pg'
import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import type { Door } from '../http/network.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'

/** The cookie of whoever proved who they are on the portal. */
const cookieName = 'sila.mine'
/** Behind https the browser holds it to this very host, so that no neighbouring one can plant another. */
const hostOnly = '__Host-'

/** Somebody who proved a phone or an e-mail that stands in their record. */
export type ProvenActor = Extract<Actor, { type: 'BENEFICIARY' }>

type Shown = Pick<Door, 'cookie' | 'secure'>

/** Opens a session; the token is handed out once and only its hash is kept. */
export async function openSession(em: EntityManager, beneficiaryId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await em.execute(
    `insert into beneficiary_session (id, token_hash, beneficiary_id, at, seen_at) values (?, ?, ?, ?, ?)`,
    [uuidv7(), hashOf(token), beneficiaryId, now, now],
  )
  return token
}

/** Whose session the cookie names, if it still stands; being seen keeps it for another half hour. */
export async function provenActor(house: House, door: Shown): Promise<ProvenActor | undefined> {
  const [token] = tokensIn(door)
  if (!token) return undefined
  const now = house.now()
  const [session] = await read<{ id: string; beneficiaryId: string }>(ofHouse(house).pool, {
    name: 'beneficiary-session',
    text: `update beneficiary_session set seen_at = greatest(seen_at, $2::timestamptz) where token_hash = $1
      and ${standing('$2')} returning id, beneficiary_id as "beneficiaryId"`,
    values: [hashOf(token), now],
  })
  return session && { type: 'BENEFICIARY', beneficiaryId: session.beneficiaryId, sessionId: session.id }
}

/** Whether a session stands that stood a moment ago: for what goes on, as a subscription does. */
export async function stillProven(pool: Pool, actor: ProvenActor, now: Date): Promise<boolean> {
  const rows = await read(pool, {
    name: 'beneficiary-session-stands',
    text: `select 1 from beneficiary_session where id = $1 and ${standing('$2')}`,
    values: [actor.sessionId, now],
  })
  return rows.length === 1
}

const standing = (now: string) =>
  `seen_at > ${now}::timestamptz - interval '${provenMinutes.idle} minutes' and at > ${now}::timestamptz - interval '${provenMinutes.most} minutes'`

/** Ends the sessions that the cookies name, whosoever they are. */
export async function endSession(pool: Pool, { cookie }: Pick<Shown, 'cookie'>): Promise<void> {
  const tokens = tokensIn({ cookie, secure: false })
  await pool.query(`delete from beneficiary_session where token_hash = any($1)`, [tokens.map(hashOf)])
}

/** The line that hands the token out: no script reads it, no other site sends it, closing the browser forgets it. */
export function cookieOf(token: string, secure: boolean): string {
  const [prefix, end] = secure ? [hostOnly, '; Secure'] : ['', '']
  return `${prefix}${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict${end}`
}

/** The line that takes it back. */
export const noCookie = (secure: boolean): string => `${cookieOf('', secure)}; Max-Age=0`

const [ofHost, ofAnybody] = [hostOnly, ''].map(
  (prefix) => new RegExp(`(?:^|;\\s*)${prefix}sila\\.mine=([\\w-]{43})(?:;|$)`, 'u'),
)

// Behind https only the one that no neighbouring host can have planted; elsewhere it comes first.
function tokensIn({ cookie = '', secure }: Shown): string[] {
  return [ofHost, ...(secure ? [] : [ofAnybody])].flatMap((pattern) => pattern?.exec(cookie)?.[1] ?? [])
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
