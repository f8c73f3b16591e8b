import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateAt } from './local-time.ts'
import { addMonths, checkRetention, dueBefore, nextNight, recordKinds, records } from './retention.ts'

const zone = 'Asia/Riyadh'
const date = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))

describe('the term of a record', () => {
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 60, '2031-12-31'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('of %s ends after %i months on %s', (from, months, end) => {
    expect(addMonths(from, months)).toBe(end)
  })

  test('is over in the night after its last day, at every month’s end and on leap days', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 1, max: 130 }), (needed, today, months) => {
        const noon = new Date(`${needed}T12:00:00+03:00`)
        const due = noon < dueBefore(zone, new Date(`${today}T01:00:00+03:00`), months)
        expect(due).toBe(addMonths(needed, months) < today)
      }),
      { numRuns: 2000 },
    )
  })

  test('turns with the year of the association, not with that of London', () => {
    const newYear = new Date('2027-01-01T01:00:00+03:00')
    const before = dueBefore(zone, newYear, 60)
    expect(before.toISOString()).toBe('2021-12-31T21:00:00.000Z')
    expect(dateAt(zone, before.getTime())).toBe('2022-01-01')
  })
})

describe('a setting', () => {
  test('stays within its bounds, has a reason, and is permanent only where a register asks it', () => {
    expect(checkRetention('BENEFICIARY', 60, 'As the policy says.')).toEqual([])
    expect(checkRetention('VISIT', null, 'A register.')).toEqual([])
    for (const months of [11, 121, 1.5, null])
      expect(checkRetention('BENEFICIARY', months, 'x')).toMatchObject([{ code: 'RETENTION_BOUNDS' }])
    expect(checkRetention('LETTER', 48, '  ')).toMatchObject([{ field: 'reason', code: 'REQUIRED' }])
    expect(checkRetention('LETTER', 48, 'x'.repeat(501))).toMatchObject([{ code: 'TOO_LONG' }])
  })

  test('of every kind has a default within its own bounds', () => {
    for (const kind of recordKinds)
      expect(checkRetention(kind, records[kind].months, 'default'), kind).toEqual([])
  })
})

test('the night’s work begins an hour after midnight', () => {
  expect(nextNight(zone, new Date('2026-12-31T22:00:00+03:00')).toISOString()).toBe(
    '2026-12-31T22:00:00.000Z',
  )
  expect(nextNight(zone, new Date('2027-01-01T00:30:00+03:00')).toISOString()).toBe(
    '2026-12-31T22:00:00.000Z',
  )
  expect(nextNight(zone, new Date('2027-01-01T01:00:00+03:00')).toISOString()).toBe(
    '2027-01-01T22:00:00.000Z',
  )
})
