import { formatList } from '@sila/ui/format'
import type { Translate } from '../i18n/useT.ts'

/** A stretch of a week: the day from 0 (Sunday) to 6, wall-clock times. */
export type Hours = { day: number; from: string; to: string }

/** The days of the week, Sunday first as the working week has it. */
export const weekDays = [0, 1, 2, 3, 4, 5, 6] as const

/** The name of a day. */
export function dayName(day: number, language: string, length: 'long' | 'short' = 'long'): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    weekday: length,
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(1970, 0, 4 + (day % 7))))
}

/** Days that share their hours are told together: "Sunday, Monday 08:00-15:00". */
export function hoursText(hours: readonly Hours[], language: string, t: Translate): string[] {
  if (hours.length === 0) return [t('channels.noHours')]
  const byDay = Map.groupBy(hours, ({ day }) => day)
  const spans = [...byDay].map(([day, list]) => ({
    day,
    span: list.map(({ from, to }) => `\u2066${from}–${to}\u2069`).join(language === 'ar' ? '، ' : ', '),
  }))
  return [...Map.groupBy(spans, ({ span }) => span)].map(([span, days]) => {
    if (days.length === 7) return t('channels.everyDay', { span })
    return t('channels.daySpan', {
      days: daysText(
        days.map(({ day }) => day),
        language,
      ),
      span,
    })
  })
}

/** Three days or more in a row are told by the first and the last. */
function daysText(days: readonly number[], language: string): string {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0]
  const inRow = days.length > 2 && last - first === days.length - 1
  if (inRow) return `${dayName(first, language)} – ${dayName(last, language)}`
  return formatList(
    days.map((day) => dayName(day, language)),
    language,
  )
}
