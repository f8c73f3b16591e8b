import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date'
import { useState } from 'react'
import { formatHijriMonth } from '@sila/ui/format'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import styles from './Choice.module.css'

const umalqura = new IslamicUmalquraCalendar()
const gregorian = new GregorianCalendar()

/** Day, month and year of the Umm al-Qura calendar; hands back the Gregorian day. */
export function HijriParts({
  id,
  value,
  onChange,
}: {
  id: string
  value: string
  onChange: (iso: string) => void
}) {
  const [start] = useState(() => hijriOf(value) ?? hijriOf(new Date().toISOString().slice(0, 10)))
  const [parts, setParts] = useState(start)
  if (!parts) return null

  function set(change: Partial<typeof parts>): void {
    const wanted = { ...parts, ...change }
    // The 30th of a month that has 29 days becomes its last day.
    const date = new CalendarDate(umalqura, wanted.year ?? 1448, wanted.month ?? 1, wanted.day ?? 1)
    setParts({ year: date.year, month: date.month, day: date.day })
    onChange(toCalendar(date, gregorian).toString())
  }

  const first = new CalendarDate(umalqura, parts.year, parts.month, 1)
  const field = (part: 'day' | 'month' | 'year') => ({
    id: part === 'day' ? id : `${id}-${part}`,
    label: t(`form.${part}`),
    value: String(parts[part]),
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [part]: Number(event.currentTarget.value) }),
  })
  return (
    <div className={styles.parts}>
      <NativeSelect {...field('day')} options={numbers(1, umalqura.getDaysInMonth(first))} />
      <NativeSelect {...field('month')} options={months(parts.year)} />
      <NativeSelect {...field('year')} options={numbers(start?.year ?? 1448, 2)} />
    </div>
  )
}

function hijriOf(iso: string): { year: number; month: number; day: number } | undefined {
  const [year, month, day] = iso.split('-').map(Number)
  if (!year || !month || !day) return undefined
  const date = toCalendar(new CalendarDate(year, month, day), umalqura)
  return { year: date.year, month: date.month, day: date.day }
}

function numbers(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    value: String(from + index),
    label: String(from + index),
  }))
}

function months(year: number) {
  return Array.from({ length: 12 }, (_, index) => {
    const day = toCalendar(new CalendarDate(umalqura, year, index + 1, 15), gregorian)
    return { value: String(index + 1), label: formatHijriMonth(`${day.toString()}T12:00:00Z`, language()) }
  })
}
