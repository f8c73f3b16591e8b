import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingMinutes, workingMinutesBetween } from './calendar.ts'
import { defaultCalendar } from './default-calendar.ts'
import {
  dueState,
  meetClock,
  pauseClock,
  promisedAt,
  resumeClock,
  startClock,
  turnClock,
  wasInTime,
} from './due.ts'

const calendar = defaultCalendar([2026, 2027, 2028])
const riyadh = (text: string) => new Date(`${text}+03:00`)
const sunday = riyadh('2026-11-22T09:00:00')
const target = { workingHours: 10 }

test('an inquiry is promised two working days, a complaint three, a missed call the same day', () => {
  expect(promisedAt(calendar, 'INQUIRY', sunday)).toEqual(riyadh('2026-11-24T16:00:00'))
  expect(promisedAt(calendar, 'COMPLAINT', sunday)).toEqual(riyadh('2026-11-25T16:00:00'))
  expect(promisedAt(calendar, 'MISSED_CALL', sunday)).toEqual(riyadh('2026-11-22T16:00:00'))
})

describe('a clock', () => {
  test('runs, is soon due at four fifths of its working time, then late', () => {
    const clock = startClock(calendar, sunday, target)
    const after = (minutes: number) => addWorkingMinutes(calendar, sunday, minutes)
    expect(dueState(clock, after(479), calendar)).toBe('running')
    expect(dueState(clock, after(480), calendar)).toBe('soon')
    expect(dueState(clock, clock.dueAt, calendar)).toBe('soon')
    expect(dueState(clock, new Date(clock.dueAt.getTime() + 1), calendar)).toBe('late')
  })

  test('that pauses is never late, and has the same working time left when it resumes', () => {
    const times = fc
      .integer({ min: 0, max: 60 * 24 * 60 })
      .map((minutes) => new Date(sunday.getTime() + minutes * 60_000))
    fc.assert(
      fc.property(times, times, (a, b) => {
        const [pause, resume] = a <= b ? [a, b] : [b, a]
        const clock = startClock(calendar, sunday, target)
        const paused = pauseClock(clock, pause)
        expect(dueState(paused, resume)).toBe('paused')
        const resumed = resumeClock(calendar, paused, resume)
        expect(resumed.pausedAt).toBeNull()
        if (pause >= clock.dueAt) expect(resumed.dueAt).toEqual(clock.dueAt)
        else
          expect(workingMinutesBetween(calendar, resume, resumed.dueAt)).toBeCloseTo(
            workingMinutesBetween(calendar, pause, clock.dueAt),
            6,
          )
      }),
    )
  })

  test('pausing twice keeps the first pause, resuming twice changes nothing', () => {
    const paused = pauseClock(startClock(calendar, sunday, target), riyadh('2026-11-22T10:00:00'))
    expect(pauseClock(paused, riyadh('2026-11-22T11:00:00'))).toEqual(paused)
    const resumed = resumeClock(calendar, paused, riyadh('2026-11-22T11:00:00'))
    expect(resumeClock(calendar, resumed, riyadh('2026-11-23T11:00:00'))).toEqual(resumed)
  })

  test('that was met stays met, in time or not', () => {
    const clock = startClock(calendar, sunday, target)
    const met = meetClock(clock, riyadh('2026-11-22T15:00:00'))
    expect(dueState(met, riyadh('2027-01-01T00:00:00'))).toBe('met')
    expect(wasInTime(met)).toBe(true)
    expect(meetClock(met, riyadh('2026-12-01T00:00:00'))).toEqual(met)
    expect(wasInTime(meetClock(clock, riyadh('2026-12-01T00:00:00')))).toBe(false)
    expect(wasInTime(clock)).toBeUndefined()
  })

  test('that ends while the beneficiary has the matter is not held against the association', () => {
    const paused = pauseClock(startClock(calendar, sunday, target), riyadh('2026-11-22T10:00:00'))
    expect(wasInTime(meetClock(paused, riyadh('2027-01-10T10:00:00')))).toBe(true)
  })

  test('starts anew when a matter is reopened', () => {
    const met = meetClock(startClock(calendar, sunday, target), sunday)
    const again = turnClock(calendar, met, 'RESTART', riyadh('2026-11-29T09:00:00'), target)
    expect(again).toEqual(startClock(calendar, riyadh('2026-11-29T09:00:00'), target))
  })
})
