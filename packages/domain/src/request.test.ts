import { describe, expect, test } from 'vitest'
import {
  checkNeededItems,
  currentRequestStep,
  isRequestOpen,
  nextRequestStatus,
  requestActNames,
  requestActs,
  requestActsFor,
} from './request.ts'
import type { RequestStatus } from './request.ts'

describe.each([true, false])('a request whose service needs a permit: %s', (requiresPermit) => {
  const found = new Set<RequestStatus>(['SUBMITTED'])
  for (const status of found) {
    for (const act of requestActsFor(status, { requiresPermit }))
      found.add(nextRequestStatus(status, act) ?? status)
  }

  test('no state is a dead end, except what was merged', () => {
    const ends = [...found].filter((status) =>
      requestActsFor(status, { requiresPermit }).every((act) => nextRequestStatus(status, act) === status),
    )
    expect(ends).toEqual(['MERGED'])
  })

  test('every open state can be given to somebody, withdrawn by its person and told as a step', () => {
    for (const status of [...found].filter(isRequestOpen)) {
      expect(requestActsFor(status, { requiresPermit })).toEqual(
        expect.arrayContaining(['assign', 'withdraw']),
      )
    }
    const unseen = [...found].filter((status) => currentRequestStep(status, { requiresPermit }) === undefined)
    expect(unseen).toEqual([])
  })
})

test('a permit request is approved only after Taysir decided', () => {
  expect(requestActsFor('IN_REVIEW', { requiresPermit: true })).not.toContain('approve')
  expect(requestActsFor('AWAITING_EXTERNAL', { requiresPermit: true })).toContain('approve')
  expect(requestActsFor('IN_REVIEW', { requiresPermit: false })).toContain('approve')
})

test('only a service with a permit is lodged', () => {
  expect(requestActsFor('IN_REVIEW', { requiresPermit: true })).toContain('lodge')
  expect(requestActsFor('IN_REVIEW', { requiresPermit: false })).not.toContain('lodge')
})

test('our clock stands still while the beneficiary or the Ministry has the request', () => {
  expect(requestActNames.filter((act) => requestActs[act].clock === 'PAUSE')).toEqual([
    'askInfo',
    'lodge',
    'waitlist',
  ])
})

test('a refusal can be appealed and leads to a new review', () => {
  expect(nextRequestStatus('REJECTED', 'appeal')).toBe('IN_REVIEW')
  expect(requestActs.appeal.alsoBy).toContain('BENEFICIARY')
})

test('missing items are all named, none of them empty', () => {
  expect(checkNeededItems([])).toEqual([{ field: 'items', code: 'ITEMS_REQUIRED' }])
  expect(checkNeededItems(['map of the place', ' '])).toEqual([{ field: 'items.1', code: 'REQUIRED' }])
})
