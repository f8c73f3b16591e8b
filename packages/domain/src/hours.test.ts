import { expect, test } from 'vitest'
import { checkHours } from './hours.ts'

const morning = { day: 0, from: '08:00', to: '12:00' }

test('several stretches a day are welcome where they do not overlap', () => {
  expect(checkHours([morning, { day: 0, from: '16:00', to: '24:00' }, { ...morning, day: 1 }])).toEqual([])
  expect(checkHours([morning, { day: 0, from: '11:00', to: '13:00' }])).toEqual([
    { field: 'hours.1', code: 'HOURS_INVALID' },
  ])
})

test.each([
  { day: 7, from: '08:00', to: '12:00' },
  { day: 0, from: '12:00', to: '12:00' },
  { day: 0, from: '8:00', to: '12:00' },
  { day: 0, from: '08:00', to: '25:00' },
])('$day $from-$to is no stretch of hours', (hours) => {
  expect(checkHours([hours])).toEqual([{ field: 'hours.0', code: 'HOURS_INVALID' }])
})
