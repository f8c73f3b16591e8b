import { createHmac, randomBytes } from 'node:crypto'
import { HeaderMap } from '@apollo/server'
import { dateAt } from '@sila/domain/local-time'
import { GraphQLError, Kind, OperationTypeNode } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import { sameHash } from '../keys/keys.ts'
import { sessionsTopic } from '../sessions/topic.ts'
import { findKey, noteUse } from './api-key.rows.ts'
import type { StoredKey } from './api-key.rows.ts'
import { keyMark, publicIdOf } from './key-text.ts'
import { narrowed } from '../actors/narrow.ts'

/** Tells in whose name a program asks. */
export type KeyDoor = {
  /**
   * The owner of the key, narrowed to its scopes.
   * @throws KEY_REFUSED for whatever is no key that holds, TOO_MANY_TRIES where a network guesses
   */
  actorFor(key: string, network: () => string): Promise<Actor>
}

type Kept = { until: number; stored: StoredKey | undefined }

/** Half of the second in which the end of a key is promised to hold. */
const keepFor = 500
const mostKept = 10_000

/** Keys are looked up in the database and kept for a moment; whatever ends one rings on all nodes, as for sessions. */
export function makeKeyDoor(house: House): KeyDoor {
  // Under a hash of this process alone, so that no key lies about in its memory longer than its request.
  const shelf = randomBytes(32)
  const kept = new Map<string, Kept>()
  house.feed.onTopic((topic) => {
    if (topic === sessionsTopic) for (const each of kept.values()) each.until = 0
  })

  async function storedFor(key: string, network: () => string): Promise<StoredKey> {
    const place = createHmac('sha256', shelf).update(key).digest('base64url')
    const before = kept.get(place)
    if (before?.stored && before.until > Date.now()) return before.stored
    // A program that was let in before is not shut out by a neighbour who guesses.
    const wait = before?.stored ? undefined : house.limits.blocked('key', network())
    if (wait !== undefined) throw guessing(wait)
    const stored = await look(key)
    if (!stored) {
      const pause = await house.limits.take('key', network())
      throw pause === undefined ? keyRefused() : guessing(pause)
    }
    if (kept.size > mostKept) kept.clear()
    kept.set(place, { until: Date.now() + keepFor, stored })
    noteToday(stored)
    return stored
  }

  /** Only the day is told; that it cannot be noted is no reason to refuse. */
  function noteToday(stored: StoredKey) {
    const today = dateAt(house.calendar.timeZone, house.now().getTime())
    if (stored.usedOn === today || !isOpen(stored, house.now())) return
    noteUse(house.database.pool, stored.id, today).catch(() => undefined)
  }

  async function look(key: string): Promise<StoredKey | undefined> {
    const publicId = publicIdOf(key)
    const stored = publicId ? await findKey(house.database.pool, publicId) : undefined
    return sameHash(stored?.hash, house.keys.hashApiKey(key)) ? stored : undefined
  }

  return {
    async actorFor(key, network) {
      const stored = await storedFor(key, network)
      const owner = (await house.directory.staff()).get(stored.staffId)
      // An ended key is refused in the words for one that never was; whoever holds it is not guessing.
      if (!isOpen(stored, house.now()) || !owner?.active) throw keyRefused()
      return { type: 'STAFF', staff: narrowed(owner, stored), key: stored }
    },
  }
}

const isOpen = ({ endedAt, expiresAt }: StoredKey, now: Date) => endedAt === null && expiresAt > now

/** The key that came as a bearer token, which decides over any cookie beside it; other ways to sign in are not ours. */
export function bearerOf(line: unknown): string | undefined {
  return typeof line === 'string' ? /^bearer(?:\s+|$)(.*)$/is.exec(line)?.[1] : undefined
}

/**
 * Refuses a key in an address: those are written down by every proxy on the way.
 * @throws KEY_IN_ADDRESS
 */
export function neverInAddress(url?: string) {
  if (holdsKey(url)) throw refusal('KEY_IN_ADDRESS', inAddress, 400)
}

/** Whether a key stands in an address. */
export const holdsKey = (url = '') => url.includes(keyMark)

const inAddress =
  'An API key never stands in an address, where others write it down. End this one, and send the next as "Authorization: Bearer".'

/**
 * A key reads: an operation that changes something is refused whatever its owner may do. The database holds it too:
 * what is asked by a key is framed as a transaction that only reads (walls/frame.ts).
 * @throws KEY_READS_ONLY
 */
export function onlyReads(document: DocumentNode, actor: Actor, { guarded }: Pick<House, 'guarded'>) {
  if (!guarded || actor.type !== 'STAFF' || !actor.key) return
  const changes = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION,
  )
  if (changes) throw refusal('KEY_READS_ONLY', 'An API key reads; it changes nothing.', 403)
}

/** One answer for whatever is no key that holds: made up, mistyped, ended, expired, or of somebody who left. */
const keyRefused = () =>
  refusal('KEY_REFUSED', 'This API key does not hold. Make a new one under “API keys”.', 401, {
    'www-authenticate': 'Bearer',
  })

const guessing = (minutes: number) =>
  refusal('TOO_MANY_TRIES', `Too many wrong API keys came from here. Wait ${minutes} minutes.`, 429, {
    'retry-after': String(minutes * 60),
  })

function refusal(code: string, message: string, status: number, headers: Record<string, string> = {}) {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) map.set(name, value)
  return new GraphQLError(message, { extensions: { code, http: { status, headers: map } } })
}
