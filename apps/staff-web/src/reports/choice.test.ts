import { expect, test } from 'vitest'
import { choiceOf, commonDimensions, paramsOf } from './choice.ts'

test('satisfaction is never broken down by team (M3)', () => {
  expect(commonDimensions(['CSAT'])).not.toContain('TEAM')
  expect(choiceOf(new URLSearchParams('measure=CSAT&by=TEAM')).by).toEqual([])
})

test('a report can be kept as an address', () => {
  const choice = choiceOf(
    new URLSearchParams('measure=ANSWERED&by=CHANNEL&by=MONTH&period=days90&where=KIND&in=COMPLAINT'),
  )
  expect(choiceOf(paramsOf(choice))).toEqual(choice)
})

test('a report without a breakdown stays without one', () => {
  const choice = choiceOf(new URLSearchParams('measure=ANSWERED&by='))
  expect(choice.by).toEqual([])
  expect(choiceOf(paramsOf(choice)).by).toEqual([])
})
