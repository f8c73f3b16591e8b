import type { Pool } from 'pg'

/** How often something may be tried within a stretch of seconds. */
export type AttemptRule = { max: number; window: number }

/** Whether one more try is let through; else in how many seconds. */
export type Verdict = { allowed: boolean; retryAfter: number | null }

/** Counts tries in the database, so that any number of nodes and parallel tries share one count. */
export type Attempts = {
  take(key: string, rule: AttemptRule): Promise<Verdict>
  clear(key: string): Promise<void>
}

/** One statement takes a try and tells the count: nobody slips in between a look and a write. */
const takeOne = `insert into auth_attempt as a (key, count, until) values ($1, 1, now() + $2 * interval '1 second')
  on conflict (key) do update set
    count = case when a.until <= now() then 1 else a.count + 1 end,
    until = case when a.until <= now() then excluded.until else a.until end
  returning count, ceil(extract(epoch from until - now()))::int as seconds`
const sweepEvery = 60_000

/** Makes the counts over the pool. */
export function makeAttempts(pool: Pool): Attempts {
  let swept = 0

  async function sweep() {
    if (swept > Date.now() - sweepEvery) return
    swept = Date.now()
    await pool.query('delete from auth_attempt where until < now()').catch(() => undefined)
  }

  return {
    async take(key, { max, window }) {
      void sweep()
      const { rows } = await pool.query<{ count: number; seconds: number }>({
        name: 'attempt-take',
        text: takeOne,
        values: [key, window],
      })
      const { count = 1, seconds = window } = rows[0] ?? {}
      return count <= max
        ? { allowed: true, retryAfter: null }
        : { allowed: false, retryAfter: Math.max(1, seconds) }
    },
    async clear(key) {
      await pool.query('delete from auth_attempt where key = $1', [key])
    },
  }
}
