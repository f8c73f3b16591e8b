import { expect, test } from 'vitest'
import { nextDuty } from './request.ts'

const since = new Date('2026-11-01T08:00:00Z')
const day = (days: number) => new Date(since.getTime() + days * 86_400_000)

test('what was fulfilled is closed after seven silent days', () => {
  expect(nextDuty({ status: 'FULFILLED', since, reminders: [] })).toEqual({ act: 'close', at: day(7) })
})

test('what is missing is asked for twice more, then the request expires after two weeks', () => {
  const missing = { status: 'NEEDS_INFO', since } as const
  expect(nextDuty({ ...missing, reminders: [] })).toEqual({ act: 'remind', at: day(7) })
  expect(nextDuty({ ...missing, reminders: [day(7)] })).toEqual({ act: 'remind', at: day(12) })
  expect(nextDuty({ ...missing, reminders: [day(7), day(12)] })).toEqual({ act: 'expire', at: day(14) })
})

test('a reminder that came late moves the end with it', () => {
  expect(nextDuty({ status: 'NEEDS_INFO', since, reminders: [day(20), day(25)] })?.at).toEqual(day(27))
})

test.each(['IN_REVIEW', 'AWAITING_EXTERNAL', 'CLOSED', 'EXPIRED'] as const)(
  'a request in %s waits for nobody outside',
  (status) => expect(nextDuty({ status, since, reminders: [] })).toBeUndefined(),
)
