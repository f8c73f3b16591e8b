import type { Problem } from './problem.ts'

/** One stretch of opening hours: the weekday (0 = Sunday) and two times of the wall clock. */
export type OpeningHours = { day: number; from: string; to: string }

/** Checks opening hours: times exist, each stretch begins before it ends, and no two of a day overlap. */
export function checkHours(hours: readonly OpeningHours[]): Problem[] {
  return hours.flatMap((own, index) => {
    const clash = hours.some((other, at) => at < index && other.day === own.day && overlap(own, other))
    return isStretch(own) && !clash ? [] : [{ field: `hours.${index}`, code: 'HOURS_INVALID' as const }]
  })
}

function isStretch({ day, from, to }: OpeningHours): boolean {
  return Number.isInteger(day) && day >= 0 && day <= 6 && isTime(from) && isTime(to) && from < to
}

// Two digits each, so that text compares as time does; 24:00 closes a day.
function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(time)
}

function overlap(a: OpeningHours, b: OpeningHours): boolean {
  return a.from < b.to && b.from < a.to
}
