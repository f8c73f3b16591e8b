import { codeRules } from '@sila/domain/code'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const hour = 3600

/** What may be done how often, and in how many seconds: by one network, but for the last two. */
const rules = {
  submission: { points: 30, duration: hour },
  /** Only what opens nothing counts: whoever follows their own matter is never stopped. */
  lookup: { points: 60, duration: hour },
  reply: { points: 60, duration: hour },
  rating: { points: 60, duration: hour },
  /** API keys that are none: whoever guesses is refused before anything is looked up. */
  key: { points: 30, duration: hour },
  code: { points: codeRules.perNetworkAnHour, duration: hour },
  codeAddress: { points: codeRules.perAddressADay, duration: 24 * hour },
  codeAll: { points: codeRules.perDay, duration: 24 * hour },
  file: { points: 100, duration: hour },
  /** In kilobytes: of one network, of all. */
  fileSize: { points: 200 * 1024, duration: 24 * hour },
  fileSizeAll: { points: 5 * 1024 * 1024, duration: 24 * hour },
} as const

/** Something that is counted. */
export type Counted = keyof typeof rules
/** What is counted by network. */
export type CountedByNetwork = Exclude<Counted, 'codeAddress' | 'codeAll' | 'fileSizeAll'>

/** Counts over all nodes, in the database. `who` must give nothing away: a keyed hash. */
export type RateLimits = {
  /** Counts once, or so many points; how many minutes to wait, where it was too often. */
  take(what: Counted, who: string, points?: number): Promise<number | undefined>
  /** How many minutes to wait, as far as this node knows without asking anybody. */
  blocked(what: Counted, who: string): number | undefined
}

/** Opens the counters; without `guests` only what is counted by address and day holds. */
export function makeRateLimits(pool: Pool, guests: boolean): RateLimits {
  const limiters = new Map<Counted, RateLimiterPostgres>()
  const stopped = new Map<string, number>()

  function limiterOf(what: Counted): RateLimiterPostgres {
    const known = limiters.get(what)
    if (known) return known
    const made = new RateLimiterPostgres({
      ...{ storeClient: pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
      // One of them clears away for all.
      ...{ keyPrefix: what, clearExpiredByTimeout: limiters.size === 0, ...rules[what] },
      // Whoever was refused costs the database nothing more.
      inMemoryBlockOnConsumed: rules[what].points + 1,
    })
    limiters.set(what, made)
    return made
  }

  const always: readonly Counted[] = ['codeAddress', 'codeAll', 'fileSizeAll']
  const isOff = (what: Counted) => !guests && !always.includes(what)

  return {
    async take(what, who, points = 1) {
      if (isOff(what)) return undefined
      try {
        await limiterOf(what).consume(who, points)
        return undefined
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        if (stopped.size > 10_000) stopped.clear()
        stopped.set(`${what} ${who}`, Date.now() + error.msBeforeNext)
        return minutes(error.msBeforeNext)
      }
    },
    blocked(what, who) {
      const left = (stopped.get(`${what} ${who}`) ?? 0) - Date.now()
      return left > 0 ? minutes(left) : undefined
    },
  }
}

const minutes = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 60_000))
