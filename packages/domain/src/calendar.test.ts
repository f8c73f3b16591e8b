import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  hoursOn,
  isWorkingTime,
  workingMinutesBetween,
} from './calendar.ts'
import type { Calendar } from './calendar.ts'
import { defaultCalendar, toHijri } from './default-calendar.ts'

const calendar = defaultCalendar([2026, 2027, 2028])
const riyadh = (text: string) => new Date(`${text}+03:00`)
const anyTime = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const minutes = fc.integer({ min: 0, max: 20_000 })

describe('the default calendar', () => {
  test('Ramadan and the feasts lie where Umm al-Qura puts them', () => {
    expect(calendar.seasons.map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-18', '2026-03-19'],
      ['2027-02-08', '2027-03-08'],
      ['2028-01-28', '2028-02-25'],
    ])
    expect(
      calendar.holidays
        .filter(({ date }) => date.startsWith('2027'))
        .map(({ date, key }) => `${date} ${key}`),
    ).toEqual([
      '2027-02-22 FOUNDING_DAY',
      '2027-03-09 EID_AL_FITR',
      '2027-03-10 EID_AL_FITR',
      '2027-03-11 EID_AL_FITR',
      '2027-03-12 EID_AL_FITR',
      '2027-05-15 EID_AL_ADHA',
      '2027-05-16 EID_AL_ADHA',
      '2027-05-17 EID_AL_ADHA',
      '2027-05-18 EID_AL_ADHA',
      '2027-09-23 NATIONAL_DAY',
    ])
    expect(toHijri('2027-05-16')).toEqual({ year: 1448, month: 12, day: 10 })
  })

  test('nobody works on Friday, on Saturday, at noon or on a feast', () => {
    expect(hoursOn(calendar, '2026-11-20')).toEqual([])
    expect(isWorkingTime(calendar, riyadh('2026-11-21T10:00:00'))).toBe(false)
    expect(isWorkingTime(calendar, riyadh('2026-11-22T12:30:00'))).toBe(false)
    expect(isWorkingTime(calendar, riyadh('2026-11-22T08:00:00'))).toBe(true)
    expect(isWorkingTime(calendar, riyadh('2026-11-22T16:00:00'))).toBe(false)
    expect(isWorkingTime(calendar, riyadh('2027-05-16T10:00:00'))).toBe(false)
  })

  test('a day of Ramadan has at most six hours', () => {
    expect(
      workingMinutesBetween(calendar, riyadh('2027-02-09T00:00:00'), riyadh('2027-02-10T00:00:00')),
    ).toBe(300)
  })
})

describe('working days', () => {
  test('what comes on Thursday is due at the close of Monday, two working days on', () => {
    expect(addWorkingDays(calendar, riyadh('2026-11-19T10:00:00'), 2)).toEqual(riyadh('2026-11-23T16:00:00'))
  })

  test('what comes after hours counts as received on the next working day', () => {
    expect(addWorkingDays(calendar, riyadh('2026-11-19T17:00:00'), 2)).toEqual(riyadh('2026-11-24T16:00:00'))
  })

  test('the same working day is none further', () => {
    expect(addWorkingDays(calendar, riyadh('2026-11-22T09:00:00'), 0)).toEqual(riyadh('2026-11-22T16:00:00'))
    expect(addWorkingDays(calendar, riyadh('2026-11-20T09:00:00'), 0)).toEqual(riyadh('2026-11-22T16:00:00'))
  })

  test('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(anyTime, anyTime, fc.integer({ min: 0, max: 20 }), (a, b, days) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        expect(addWorkingDays(calendar, early, days) <= addWorkingDays(calendar, late, days)).toBe(true)
      }),
    )
  })
})

describe('working minutes', () => {
  test('counting forth and between are inverse', () => {
    fc.assert(
      fc.property(anyTime, minutes, (from, count) => {
        expect(workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, count))).toBeCloseTo(
          count,
          6,
        )
      }),
    )
  })

  test('more minutes never end earlier', () => {
    fc.assert(
      fc.property(anyTime, minutes, minutes, (from, a, b) => {
        const [less, more] = a <= b ? [a, b] : [b, a]
        expect(addWorkingMinutes(calendar, from, less) <= addWorkingMinutes(calendar, from, more)).toBe(true)
      }),
    )
  })

  test('a span is the sum of its two parts', () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyTime, (...times) => {
        const [a, b, c] = times.toSorted((x, y) => x.getTime() - y.getTime())
        if (!a || !b || !c) return
        const parts = workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c)
        expect(parts).toBeCloseTo(workingMinutesBetween(calendar, a, c), 6)
      }),
    )
  })
})

test('a zone that changes its clocks keeps its working hours', () => {
  const hours = [{ from: '08:00', to: '16:00' }] as const
  const london: Calendar = {
    timeZone: 'Europe/London',
    week: [hours, hours, hours, hours, hours, hours, hours],
    holidays: [],
    seasons: [],
  }
  expect(addWorkingMinutes(london, new Date('2027-03-27T08:00:00Z'), 9 * 60)).toEqual(
    new Date('2027-03-28T08:00:00Z'),
  )
})

test('a calendar without working hours is named, not waited for', () => {
  const never: Calendar = {
    timeZone: 'Asia/Riyadh',
    week: [[], [], [], [], [], [], []],
    holidays: [],
    seasons: [],
  }
  expect(() => addWorkingMinutes(never, new Date('2026-11-22T08:00:00Z'), 1)).toThrow(
    /too few working hours/u,
  )
  expect(() => addWorkingDays(never, new Date('2026-11-22T08:00:00Z'), 1)).toThrow(/too few working days/u)
})
