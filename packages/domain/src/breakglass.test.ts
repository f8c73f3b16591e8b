import { expect, test } from 'vitest'
import { checkEmergency, emergencyMessage, emergencyRules } from './breakglass.ts'
import { makeReference } from './reference.ts'

const reference = makeReference('Q', 4711)
const reason = 'A life may be in danger.'
const codes = (more: Partial<{ reference: string; reason: string }>) =>
  checkEmergency({ reference, reason, ...more }).map(({ field, code }) => `${field} ${code}`)

test('an emergency names a matter and why, in words that another can judge', () => {
  expect(codes({})).toEqual([])
  expect(codes({ reference: makeReference('R', 4711) })).toEqual([])
  expect(codes({ reference: makeReference('B', 4711) })).toEqual(['reference REFERENCE_INVALID'])
  expect(codes({ reference: 'Q-1' })).toEqual(['reference REFERENCE_INVALID'])
  expect(codes({ reason: '  ' })).toEqual(['reason REQUIRED'])
  expect(codes({ reason: 'x'.repeat(emergencyRules.reason.min - 1) })).toEqual(['reason TOO_SHORT'])
  expect(codes({ reason: 'x'.repeat(emergencyRules.reason.min) })).toEqual([])
  expect(codes({ reason: 'x'.repeat(emergencyRules.reason.max) })).toEqual([])
  expect(codes({ reason: 'x'.repeat(emergencyRules.reason.max + 1) })).toEqual(['reason TOO_LONG'])
  expect(codes({ reason: 'x'.repeat(100_000) })).toEqual(['reason TOO_LONG'])
})

test('the e-mail about it says where to look, in Arabic or English', () => {
  expect(emergencyMessage('ar', { association: 'Badr' }).subject).toContain('Badr')
  expect(emergencyMessage('en', { association: 'Badr' }).text).toMatch(/privacy desk/)
  expect(emergencyMessage('bn', { association: 'Badr' })).toEqual(
    emergencyMessage('en', { association: 'Badr' }),
  )
})
