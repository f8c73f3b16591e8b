import { expect, test } from 'vitest'
import { mayDecide } from './appeal.ts'

const appealed = { firstDeciderId: 'khalid' }

test.each(['approve', 'reject', 'cancel'] as const)(
  'an appeal is not ended by %s from whoever decided first, but from somebody else',
  (act) => {
    expect(mayDecide('request', act, appealed, 'khalid')).toBe(false)
    expect(mayDecide('request', act, appealed, 'admin')).toBe(true)
  },
)

test('whoever decided first may still hand the appeal on', () => {
  expect(mayDecide('request', 'assign', appealed, 'khalid')).toBe(true)
  expect(mayDecide('interaction', 'assign', appealed, 'khalid')).toBe(true)
})

test('a complaint is not answered again by whoever answered it first', () => {
  expect(mayDecide('interaction', 'answer', appealed, 'khalid')).toBe(false)
})

test('where nothing is appealed, everybody who may decides', () => {
  expect(mayDecide('request', 'approve', { firstDeciderId: null }, 'khalid')).toBe(true)
})
