import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date'
import type { Calendar, Holiday, IsoDate, Season, Week } from './calendar.ts'

const day = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '16:00' },
] as const
// Six hours at most in Ramadan (Labour Law, Art. 98).
const ramadanDay = [{ from: '10:00', to: '15:00' }] as const
const week: Week = [day, day, day, day, day, [], []]
const ramadanWeek: Week = [ramadanDay, ramadanDay, ramadanDay, ramadanDay, ramadanDay, [], []]

/** The calendar that an association begins with: Umm al-Qura by computation, open to shifting after a sighting. */
export function defaultCalendar(years: readonly number[]): Calendar {
  return {
    timeZone: 'Asia/Riyadh',
    week,
    holidays: years.flatMap(holidaysOf).toSorted((a, b) => a.date.localeCompare(b.date)),
    seasons: years.flatMap(ramadansOf),
  }
}

/** The Gregorian date of a day of the Umm al-Qura calendar. */
export function fromHijri(year: number, month: number, dayOfMonth: number): IsoDate {
  return toCalendar(new CalendarDate(umalqura, year, month, dayOfMonth), gregorian).toString()
}

/** The Umm al-Qura date of a Gregorian day. */
export function toHijri(date: IsoDate): { year: number; month: number; day: number } {
  const [year = 1, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const hijri = toCalendar(new CalendarDate(year, month, dayOfMonth), umalqura)
  return { year: hijri.year, month: hijri.month, day: hijri.day }
}

const umalqura = new IslamicUmalquraCalendar()
const gregorian = new GregorianCalendar()

function holidaysOf(year: number): Holiday[] {
  return [
    { date: `${year}-02-22`, key: 'FOUNDING_DAY' },
    { date: `${year}-09-23`, key: 'NATIONAL_DAY' },
    // Four days from the end of 29 Ramadan (executive regulation of the Labour Law, Art. 24).
    ...hijriYearsIn(year).flatMap((hijri) => fourDays('EID_AL_FITR', after(fromHijri(hijri, 9, 29)), year)),
    // Four days from Arafah.
    ...hijriYearsIn(year).flatMap((hijri) => fourDays('EID_AL_ADHA', fromHijri(hijri, 12, 9), year)),
  ]
}

function ramadansOf(year: number): Season[] {
  return hijriYearsIn(year)
    .map((hijri) => ({ from: fromHijri(hijri, 9, 1), to: before(fromHijri(hijri, 10, 1)) }))
    .filter(({ from }) => from.startsWith(`${year}-`))
    .map(({ from, to }) => ({ key: 'RAMADAN', from, to, week: ramadanWeek }))
}

// A Gregorian year touches two or three Hijri years.
function hijriYearsIn(year: number): number[] {
  const first = toHijri(`${year}-01-01`).year
  const last = toHijri(`${year}-12-31`).year
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function fourDays(key: Holiday['key'], first: IsoDate, year: number): Holiday[] {
  const dates = [0, 1, 2, 3].map((days) => plus(first, days))
  // Each year brings the days that begin in it, so that two lists of years never hold a day twice.
  return first.startsWith(`${year}-`) ? dates.map((date) => ({ date, key })) : []
}

function after(date: IsoDate): IsoDate {
  return plus(date, 1)
}

function before(date: IsoDate): IsoDate {
  return plus(date, -1)
}

function plus(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
