import { expect, test } from 'vitest'
import { consentFor } from './consent.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

test('nobody is written to for awareness before they allow it; service messages need no leave', () => {
  expect(consentFor([], 'AWARENESS', 'EMAIL')).toEqual({ given: false, at: null })
  expect(consentFor([], 'SURVEY', 'EMAIL')).toEqual({ given: true, at: null })
  expect(consentFor([], 'SERVICE', 'PHONE')).toEqual({ given: true, at: null })
})

test('a leave for every channel is taken back for one of them alone', () => {
  const said = [
    { purpose: 'AWARENESS', channel: null, givenAt: day(1) },
    { purpose: 'AWARENESS', channel: 'PHONE', givenAt: day(2), withdrawnAt: day(2) },
  ] as const
  expect(consentFor(said, 'AWARENESS', 'PHONE')).toEqual({ given: false, at: day(2) })
  expect(consentFor(said, 'AWARENESS', 'EMAIL')).toEqual({ given: true, at: day(1) })
})

test('the last word counts, whichever way it went', () => {
  const said = [
    { purpose: 'SURVEY', channel: 'EMAIL', givenAt: day(1), withdrawnAt: day(3) },
    { purpose: 'SURVEY', channel: 'EMAIL', givenAt: day(5) },
  ] as const
  expect(consentFor(said, 'SURVEY', 'EMAIL').given).toBe(true)
  expect(consentFor(said.toReversed(), 'SURVEY', 'EMAIL').given).toBe(true)
})
