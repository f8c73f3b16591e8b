const dayLength = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The date on the wall at an instant. */
export function dateAt(timeZone: string, instant: number): string {
  return new Date(instant + offsetAt(timeZone, instant)).toISOString().slice(0, 10)
}

/** The instant at which the wall shows this date and time; a time that a clock change skips is moved on. */
export function instantAt(timeZone: string, date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wall = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000
  const guess = wall - offsetAt(timeZone, wall)
  return wall - offsetAt(timeZone, guess)
}

/** The day after. */
export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayLength).toISOString().slice(0, 10)
}

/** The weekday of a date, 0 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

// How far the wall is ahead of UTC, in milliseconds.
function offsetAt(timeZone: string, instant: number): number {
  // The Kingdom has kept +03:00 since 1947; asking Intl would cost most of the time of counting.
  if (timeZone === 'Asia/Riyadh') return 10_800_000
  if (timeZone === 'UTC') return 0
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...options,
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  })
  formats.set(timeZone, made)
  return made
}
