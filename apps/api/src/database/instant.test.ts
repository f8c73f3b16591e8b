import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInstant } from './instant.ts'

const never = (text: string): Date => {
  throw new Error(`left to the other reader: ${text}`)
}

/** As PostgreSQL writes it in a zone so many hours from Greenwich. */
function written(at: Date, hours: number): string {
  const local = new Date(at.getTime() + hours * 3_600_000).toISOString()
  const fraction = local.slice(20, 23).replace(/0+$/, '')
  const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}`
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${fraction && `.${fraction}`}${zone}`
}

test('reads every instant that PostgreSQL writes, whatever the zone of the session', () => {
  const instants = fc.date({ min: new Date('0105-01-01'), max: new Date('9998-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, fc.integer({ min: -12, max: 14 }), (at, hours) => {
      expect(readInstant(written(at, hours), never)).toEqual(at)
    }),
  )
})

test('microseconds are cut to milliseconds', () => {
  expect(readInstant('2026-11-22 09:05:07.123999+00', never).toISOString()).toBe('2026-11-22T09:05:07.123Z')
})

test('what is written otherwise is left to the other reader', () => {
  const other = new Date(0)
  for (const text of [
    'infinity',
    '-infinity',
    '2026-11-22 09:05:07',
    '2026-11-22 09:05:07+05:30',
    '10000-01-01 00:00:00+00',
    '0044-03-15 12:00:00+00 BC',
    '',
  ]) {
    expect(readInstant(text, () => other)).toBe(other)
  }
})
