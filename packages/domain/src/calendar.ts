import { instantAt, dateAt, nextDate, weekdayOf } from './local-time.ts'

/** A time of day as the wall clock shows it, `08:00`; `24:00` is the end of the day. */
export type WallTime = `${number}:${number}`
/** A stretch of work, from (included) to (not included). */
export type Interval = { from: WallTime; to: WallTime }
/** Working hours of each weekday, 0 = Sunday; several stretches a day, none on days off. */
export type Week = readonly [Day, Day, Day, Day, Day, Day, Day]
type Day = readonly Interval[]

/** A date of the Gregorian calendar, `2027-02-08`. */
export type IsoDate = string
/** A day off, and why; staff may shift it when the moon is sighted on another day. */
export type Holiday = {
  date: IsoDate
  key: 'EID_AL_FITR' | 'EID_AL_ADHA' | 'FOUNDING_DAY' | 'NATIONAL_DAY' | 'OTHER'
}
/** A season with its own hours, first and last day included. */
export type Season = { from: IsoDate; to: IsoDate; week: Week; key: 'RAMADAN' | 'OTHER' }

/** When an association works; every promise is counted on it. Never altered: another calendar is another object. */
export type Calendar = {
  readonly timeZone: string
  readonly week: Week
  readonly holidays: readonly Holiday[]
  readonly seasons: readonly Season[]
}

/** A stretch of real time, in milliseconds. */
type Stretch = { start: number; end: number }

// Nobody promises further than this; a calendar with no working hour at all must not hang the house.
const farthestDays = 1100

/** The instant at which so many working minutes have passed since `from`. */
export function addWorkingMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  let left = Math.max(0, minutes) * 60_000
  for (const stretch of stretchesFrom(calendar, from)) {
    const length = stretch.end - stretch.start
    if (left <= length) return new Date(stretch.start + left)
    left -= length
  }
  throw new RangeError('addWorkingMinutes: the calendar has too few working hours in three years; add some')
}

/** Working minutes between two instants; 0 where the second is not later. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0
  for (const stretch of stretchesFrom(calendar, from)) {
    if (stretch.start >= to.getTime()) break
    sum += Math.min(stretch.end, to.getTime()) - stretch.start
  }
  return sum / 60_000
}

/**
 * The close of business of the n-th working day after the day of receipt; with 0, of that day itself.
 * What arrives after hours counts as received on the next working day.
 */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  let left = days
  let today: IsoDate | undefined
  let close = 0
  for (const stretch of stretchesFrom(calendar, from)) {
    const date = dateAt(calendar.timeZone, stretch.start)
    if (date !== today && today !== undefined) {
      if (left <= 0) return new Date(close)
      left -= 1
    }
    today = date
    close = stretch.end
  }
  throw new RangeError('addWorkingDays: the calendar has too few working days in three years; add some')
}

/** Whether the association is at work at this instant. */
export function isWorkingTime(calendar: Calendar, at: Date): boolean {
  const date = dateAt(calendar.timeZone, at.getTime())
  return stretchesOn(calendar, date).some(({ start, end }) => start <= at.getTime() && at.getTime() < end)
}

/** The hours of a date: none on a holiday, the season's own in a season. */
export function hoursOn(calendar: Calendar, date: IsoDate): readonly Interval[] {
  if (calendar.holidays.some((holiday) => holiday.date === date)) return []
  const season = calendar.seasons.find(({ from, to }) => from <= date && date <= to)
  return (season?.week ?? calendar.week)[weekdayOf(date)] ?? []
}

/** The stretches of work between two instants, in order and in milliseconds, for whoever counts with many instants at once. */
export function workingStretches(calendar: Calendar, from: Date, to: Date): { start: number; end: number }[] {
  const found: Stretch[] = []
  const last = dateAt(calendar.timeZone, to.getTime())
  for (let date = dateAt(calendar.timeZone, from.getTime()); date <= last; date = nextDate(date)) {
    found.push(...stretchesOn(calendar, date))
  }
  return found
}

function* stretchesFrom(calendar: Calendar, from: Date): Generator<Stretch> {
  const begin = from.getTime()
  let date = dateAt(calendar.timeZone, begin)
  for (let day = 0; day < farthestDays; day += 1) {
    for (const { start, end } of stretchesOn(calendar, date)) {
      if (end > begin) yield { start: Math.max(start, begin), end }
    }
    date = nextDate(date)
  }
}

const counted = new WeakMap<Calendar, Map<IsoDate, readonly Stretch[]>>()
const mostDays = 4000

// The same few days are counted with again and again: each is worked out once.
function stretchesOn(calendar: Calendar, date: IsoDate): readonly Stretch[] {
  const days = counted.get(calendar) ?? new Map<IsoDate, readonly Stretch[]>()
  counted.set(calendar, days)
  const known = days.get(date)
  if (known) return known
  if (days.size >= mostDays) days.clear()
  const stretches = hoursOn(calendar, date).map(({ from, to }) => ({
    start: instantAt(calendar.timeZone, date, from),
    end: instantAt(calendar.timeZone, date, to),
  }))
  days.set(date, stretches)
  return stretches
}
