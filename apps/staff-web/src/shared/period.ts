/** A stretch of time, from (included) to (not included), as the API takes it. */
export type Period = { from: string; to: string }

/** The stretches that are asked for most. */
export const periodNames = ['days30', 'days90', 'months6', 'months12'] as const

/** One of them. */
export type PeriodName = (typeof periodNames)[number]

const days: Record<PeriodName, number> = { days30: 30, days90: 90, months6: 183, months12: 365 }

/** The stretch that ends with today, by the association's days. */
export function periodOf(name: PeriodName, now = Date.now()): Period {
  const dayMs = 86_400_000
  const shift = 3 * 3_600_000
  const end = Math.floor((now + shift) / dayMs + 1) * dayMs - shift
  return { from: new Date(end - days[name] * dayMs).toISOString(), to: new Date(end).toISOString() }
}
