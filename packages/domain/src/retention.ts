import { dateAt, instantAt, nextDate } from './local-time.ts'
import type { Problem } from './problem.ts'
import { cleanText, graphemeLength } from './text.ts'

const year = 12

/** How long a kind of record is kept, in whole months. */
export type RecordTerms = {
  /** Unless the privacy officer sets something else; none is permanently. */
  months: number | null
  least: number
  most: number
  /** Whether it may be kept without an end. */
  permanent: boolean
}

/**
 * The kinds of records, and how long each is kept after it was last needed. What associations keep today: the register
 * of beneficiaries 5 years, letters 4, the register of visits permanently. Each is a setting within its bounds: what is
 * being dealt with must not vanish under it, and nothing personal is kept without an end but where a register asks it.
 */
export const records = {
  /** Somebody who was not heard of, with everything that is held about them. */
  BENEFICIARY: { months: 5 * year, least: year, most: 10 * year, permanent: false },
  /** The words of matters that are closed, and of requests; what they were and when stays. */
  MATTER: { months: 5 * year, least: year, most: 10 * year, permanent: false },
  LETTER: { months: 4 * year, least: year, most: 10 * year, permanent: true },
  VISIT: { months: null, least: year, most: 50 * year, permanent: true },
  CONSENT: { months: 5 * year, least: year, most: 10 * year, permanent: false },
  DATA_RIGHT: { months: 5 * year, least: 2 * year, most: 10 * year, permanent: false },
  INCIDENT: { months: 5 * year, least: 2 * year, most: 10 * year, permanent: true },
  LOOK: { months: 5 * year, least: year, most: 10 * year, permanent: false },
  /** Messages that left, by their addresses. */
  MESSAGE: { months: 1, least: 1, most: year, permanent: false },
  CODE: { months: 1, least: 1, most: year, permanent: false },
  SESSION: { months: 1, least: 1, most: year, permanent: false },
  /** The keys by which an act that is sent twice is done once. */
  ACT_KEY: { months: year, least: 1, most: 5 * year, permanent: false },
  /** Who worked here: as long as what they did is answered for. */
  STAFF: { months: 2 * year, least: year, most: 10 * year, permanent: true },
  BACKUP: { months: 3, least: 1, most: 2 * year, permanent: false },
} as const satisfies Record<string, RecordTerms>

/** A kind of record. */
export type RecordKind = keyof typeof records
const isKind = (name: string): name is RecordKind => Object.hasOwn(records, name)
/** The kinds of records. */
export const recordKinds: readonly RecordKind[] = Object.keys(records).filter(isKind)

/** What the privacy officer may set: whole months within the bounds, or permanently where that is allowed; and why. */
export function checkRetention(kind: RecordKind, months: number | null, reason: string): Problem[] {
  const { least, most, permanent }: RecordTerms = records[kind]
  const problems: Problem[] = []
  if (months === null ? !permanent : !Number.isInteger(months) || months < least || months > most)
    problems.push({ field: 'months', code: 'RETENTION_BOUNDS', values: { least, most } })
  const given = cleanText(reason)
  if (given === '') problems.push({ field: 'reason', code: 'REQUIRED' })
  else if (given.length > 5000 || graphemeLength(given) > 500)
    problems.push({ field: 'reason', code: 'TOO_LONG', values: { max: 500, length: given.length } })
  return problems
}

/**
 * Before which instant a record must have been needed last to be due now. Months are counted on the wall, in whole days:
 * a record of 31 August is kept for six months through the last day of February, and goes in the night after.
 */
export function dueBefore(timeZone: string, now: Date, months: number): Date {
  const yesterday = dateAt(timeZone, now.getTime() - 86_400_000)
  return new Date(instantAt(timeZone, nextDate(lastDateEndingBy(yesterday, months)), '00:00'))
}

/** The date so many months later; where that month is shorter, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = lengthOf(year, month + months)
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

// The last day of a short month ends all days that a longer month has beyond it.
function lastDateEndingBy(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const length = lengthOf(year, month - months)
  const reached = day === lengthOf(year, month) ? length : Math.min(day, length)
  return new Date(Date.UTC(year, month - 1 - months, reached)).toISOString().slice(0, 10)
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** When the next night's work begins: an hour after midnight on the wall. */
export function nextNight(timeZone: string, now: Date): Date {
  const today = dateAt(timeZone, now.getTime())
  const tonight = instantAt(timeZone, today, '01:00')
  return new Date(tonight > now.getTime() ? tonight : instantAt(timeZone, nextDate(today), '01:00'))
}
