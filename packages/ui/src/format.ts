import { saidInHijri } from './hijri.ts'

/**
 * Dates, numbers and lists as people read them. `Intl` falls back to the Gregorian calendar and other digits
 * for "ar-SA" on many machines, so the calendar and the digits are always written out.
 */
export interface FormatOptions {
  /** The association's setting; both unless told. */
  calendar?: 'both' | 'hijri' | 'gregorian'
  digits?: 'latn' | 'arab'
  timeZone?: string
}

export interface DateOptions extends FormatOptions {
  /** `short` 22 Nov · `medium` 22 Nov 2026 · `long` 22 November 2026 · `full` with the weekday. */
  length?: 'short' | 'medium' | 'long' | 'full'
}

export type Moment = Date | string | number
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second'

const calendars = { hijri: 'islamic-umalqura', gregorian: 'gregory' } as const
const lengths: Record<NonNullable<DateOptions['length']>, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

const dateFormat = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options))
const numberFormat = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options))
const listFormat = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options))
const relativeFormat = kept(
  (tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
)

/** A day: Hijri, Gregorian, or both with a middle dot between them. */
export function formatDate(moment: Moment, language: string, options: DateOptions = {}): string {
  const { calendar = 'both', length = 'long', timeZone = 'Asia/Riyadh' } = options
  const one = (name: keyof typeof calendars, parts: Intl.DateTimeFormatOptions) =>
    formatDay(new Date(moment), language, name, { ...parts, timeZone }, options)
  if (calendar !== 'both')
    return one(calendar, lengths[calendar === 'hijri' && length === 'medium' ? 'long' : length])
  // The weekday is the same in both calendars: said once.
  return `${one('hijri', lengths[length === 'medium' ? 'long' : length])} · ${one('gregorian', lengths[length === 'full' ? 'long' : length])}`
}

/** The time of day, on the 24-hour clock in Latin-script languages and as the language has it elsewhere. */
export function formatTime(moment: Moment, language: string, options: FormatOptions = {}): string {
  const { timeZone = 'Asia/Riyadh' } = options
  return dateFormat(tagOf(language, options), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(moment))
}

/** Day and time together. */
export function formatDateTime(moment: Moment, language: string, options: DateOptions = {}): string {
  return `${formatDate(moment, language, options)} · ${formatTime(moment, language, options)}`
}

/** A month, as on a chart's axis or a month anchor: "Jumada II 1448". */
export function formatMonth(
  moment: Moment,
  language: string,
  options: FormatOptions & { length?: 'short' | 'long' } = {},
) {
  const { calendar = 'gregorian', length = 'long', timeZone = 'Asia/Riyadh' } = options
  const shown = calendar === 'hijri' ? 'hijri' : 'gregorian'
  const parts = { month: length, year: length === 'long' ? 'numeric' : undefined, timeZone } as const
  return formatDay(new Date(moment), language, shown, parts, options)
}

/** The name of the Hijri month in which a moment lies: "Jumada II". */
export function formatHijriMonth(moment: Moment, language: string, options: FormatOptions = {}): string {
  const { timeZone = 'Asia/Riyadh' } = options
  return formatDay(new Date(moment), language, 'hijri', { month: 'long', timeZone }, options)
}

/** How long ago or until: "in 3 days", "yesterday". */
export function formatRelative(
  moment: Moment,
  now: Moment,
  language: string,
  options: FormatOptions = {},
): string {
  const seconds = (new Date(moment).getTime() - new Date(now).getTime()) / 1000
  const [unit, size] = unitFor(seconds)
  const count = size === 1 ? 0 : Math.trunc(seconds / size)
  return relativeFormat(tagOf(language, options), { numeric: 'auto', style: 'short' }).format(count, unit)
}

/** The time column of a list, as short as can be: "now", "9 min", "10:02", "yesterday", "3 Nov". */
export function formatWhen(
  moment: Moment,
  now: Moment,
  language: string,
  options: FormatOptions = {},
): string {
  const age = new Date(now).getTime() - new Date(moment).getTime()
  if (Math.abs(age) < 60_000) {
    return relativeFormat(tagOf(language, options), { numeric: 'auto' }).format(0, 'second')
  }
  if (age > 0 && age < 3_600_000) return formatDuration(Math.floor(age / 60_000) * 60, language, options)
  const days = dayNumber(now, options) - dayNumber(moment, options)
  if (days === 0) return formatTime(moment, language, options)
  if (days === 1) return relativeFormat(tagOf(language, options), { numeric: 'auto' }).format(-1, 'day')
  const calendar = options.calendar === 'gregorian' ? 'gregorian' : 'hijri'
  return formatDate(moment, language, { ...options, calendar, length: days < 300 ? 'short' : 'medium' })
}

/** A span of time in its two largest units: "2 h 5 min". Negative spans are given without a sign. */
export function formatDuration(
  seconds: number,
  language: string,
  options: FormatOptions & { style?: 'short' | 'long' | 'narrow'; units?: number } = {},
): string {
  const { style = 'short', units = 2 } = options
  const sizes: [DurationUnit, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ]
  let left = Math.round(Math.abs(seconds))
  const parts: string[] = []
  for (const [unit, size] of sizes) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0 && parts.length < units) parts.push(formatUnit(count, unit, language, style, options))
  }
  return parts.length > 0
    ? formatList(parts, language, 'unit')
    : formatUnit(0, 'minute', language, style, options)
}

function formatUnit(
  count: number,
  unit: DurationUnit,
  language: string,
  unitDisplay: 'short' | 'long' | 'narrow',
  options: FormatOptions,
) {
  return numberFormat(tagOf(language, options), { style: 'unit', unit, unitDisplay }).format(count)
}

/** A number with its separators. */
export function formatNumber(
  value: number,
  language: string,
  options: FormatOptions & { fractionDigits?: number; compact?: boolean } = {},
): string {
  const { fractionDigits, compact } = options
  return numberFormat(tagOf(language, options), {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits ?? 1,
    notation: compact ? 'compact' : 'standard',
  }).format(value)
}

/** A share between 0 and 1 as a percentage. */
export function formatPercent(
  share: number,
  language: string,
  options: FormatOptions & { fractionDigits?: number } = {},
) {
  const { fractionDigits = 0 } = options
  return numberFormat(tagOf(language, options), {
    style: 'percent',
    maximumFractionDigits: fractionDigits,
  }).format(share)
}

/** "a, b and c"; `unit` joins without a word. */
export function formatList(
  items: string[],
  language: string,
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
) {
  return listFormat(language, { type, style: type === 'unit' ? 'narrow' : 'long' }).format(items)
}

/** A name or a reference inside a sentence: whatever its direction, the words around it keep theirs. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** The name of a language in another ("Bengali"), or its code when the machine does not know it. */
export function formatLanguage(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}

/** `Intl` puts the Hijri parts of some languages in an order nobody writes: they take that of the Gregorian day. */
function formatDay(
  day: Date,
  language: string,
  calendar: keyof typeof calendars,
  wanted: Intl.DateTimeFormatOptions,
  options: FormatOptions,
): string {
  const gregorian = dateFormat(tagOf(language, options, calendars.gregorian), wanted)
  if (calendar === 'gregorian') return gregorian.format(day)
  const hijri = dateFormat(tagOf(language, options, calendars.hijri), wanted)
  const month = dateFormat(tagOf('en', {}, calendars.hijri), { month: 'numeric', timeZone: wanted.timeZone })
  const said = saidInHijri(hijri.formatToParts(day), language, Number(month.format(day)))
  const words = gregorian
    .formatToParts(day)
    .map(({ type, value }) => (type === 'literal' ? value : (said(type) ?? value)))
    .join('')
  return wanted.year === undefined ? words : `${words} ${said('era') ?? ''}`.trim()
}

function unitFor(seconds: number): [Intl.RelativeTimeFormatUnit, number] {
  const size = Math.abs(seconds)
  if (size >= 31_536_000) return ['year', 31_536_000]
  if (size >= 2_592_000) return ['month', 2_592_000]
  if (size >= 86_400) return ['day', 86_400]
  if (size >= 3600) return ['hour', 3600]
  return size >= 60 ? ['minute', 60] : ['second', 1]
}

/** Days since 1970 on the wall calendar of the time zone: yesterday is a matter of dates, not of hours. */
function dayNumber(moment: Moment, { timeZone = 'Asia/Riyadh' }: FormatOptions): number {
  const day = dateFormat('en-CA-u-ca-gregory-nu-latn', { dateStyle: 'short', timeZone }).format(
    new Date(moment),
  )
  return Date.parse(day) / 86_400_000
}

function tagOf(language: string, { digits = 'latn' }: FormatOptions, calendar?: string): string {
  return `${language}-u-${calendar ? `ca-${calendar}-` : ''}nu-${digits}`
}

/** Making a formatter costs a hundred times what using it does: each is made once. */
function kept<O extends object, F>(make: (tag: string, options: O) => F): (tag: string, options: O) => F {
  const made = new Map<string, F>()
  return (tag, options) => {
    const key = tag + JSON.stringify(options)
    const found = made.get(key) ?? make(tag, options)
    made.set(key, found)
    return found
  }
}
