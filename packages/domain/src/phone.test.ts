import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIdentityNumber } from './identity-number.ts'
import { parsePhone, phoneProblem } from './phone.ts'

describe('a phone number', () => {
  test.each([
    '0501234567',
    '+966501234567',
    '00966501234567',
    '966501234567',
    '501234567',
    '٠٥٠١٢٣٤٥٦٧',
    '۰۵۰۱۲۳۴۵۶۷',
    '+966 (50) 123-4567',
    '\u2066+966 50 123 4567\u2069',
    '+9660501234567',
  ])('%s is one and the same', (input) => {
    expect(parsePhone(input)).toEqual({ e164: '+966501234567', mobile: true })
    expect(phoneProblem(input)).toBeUndefined()
  })

  test.each([
    ['+8801712345678', '+8801712345678'],
    ['+639171234567', '+639171234567'],
    ['+92 300 1234567', '+923001234567'],
  ])('of the home country is kept: %s', (input, e164) => {
    expect(parsePhone(input)).toEqual({ e164, mobile: true })
    expect(phoneProblem(input)).toBeUndefined()
  })

  test('of an office is no mobile', () => {
    expect(parsePhone('0114567890')).toEqual({ e164: '+966114567890', mobile: false })
  })

  test.each([
    '',
    '12',
    '05012345',
    '0521234567',
    '٠٥٢١٢٣٤٥٦٧',
    '05o1234567',
    '+',
    '+96650123456789',
    'call me',
  ])('%j cannot be reached', (input) => {
    expect(parsePhone(input)).toEqual({ problem: 'PHONE_INVALID' })
    expect(phoneProblem(input)).toBe('PHONE_INVALID')
  })

  test('that the full tables accept is never refused while typing', () => {
    const saudi = fc.tuple(fc.constantFrom('05', '+9665', '5'), fc.integer({ min: 0, max: 99_999_999 }))
    fc.assert(
      fc.property(saudi, ([start, rest]) => {
        const input = `${start}${String(rest).padStart(8, '0')}`
        if ('e164' in parsePhone(input)) expect(phoneProblem(input)).toBeUndefined()
      }),
    )
  })
})

describe('an identity number', () => {
  test.each([
    ['1000000008', 'CITIZEN'],
    ['٢٠٠٠٠٠٠٠٠٦', 'RESIDENT'],
    ['2000 0000 06', 'RESIDENT'],
  ])('%s belongs to a %s', (input, holder) => {
    expect(parseIdentityNumber(input)?.holder).toBe(holder)
  })

  test('with any one digit wrong is caught', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'1000000008']
        digits[at] = String((Number(digits[at]) + shift) % 10)
        expect(parseIdentityNumber(digits.join(''))).toBeUndefined()
      }),
    )
  })

  test.each(['', '3000000004', '100000000', '10000000080', 'abcdefghij'])('%j is none', (input) => {
    expect(parseIdentityNumber(input)).toBeUndefined()
  })
})
