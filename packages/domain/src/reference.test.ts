import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeReference, parseReference, parseSecret, secretFromBytes } from './reference.ts'

const serial = fc.integer({ min: 1, max: 99_999_999 })
const prefix = fc.constantFrom('Q', 'R', 'B')
const toArabic = (text: string) => text.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
const toPersian = (text: string) => text.replace(/\d/gu, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))

describe('a reference', () => {
  test('is read back in three digit systems, small letters, with spaces or without its dash', () => {
    fc.assert(
      fc.property(prefix, serial, (letter, number) => {
        const reference = makeReference(letter, number)
        const forms = [
          reference,
          toArabic(reference),
          toPersian(reference),
          reference.toLowerCase().replace('-', ''),
          ` ${[...reference].join(' ')} `,
          reference.replace('-', '–'),
        ]
        for (const form of forms)
          expect(parseReference(form)).toEqual({ reference, prefix: letter, serial: number })
      }),
    )
  })

  test('with any one digit wrong is caught', () => {
    fc.assert(
      fc.property(serial, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const digits = [...makeReference('Q', number)].slice(2)
        const index = at % digits.length
        digits[index] = String((Number(digits[index]) + shift) % 10)
        expect(parseReference(`Q-${digits.join('')}`)).toBeUndefined()
      }),
    )
  })

  test('with any two neighbours swapped is caught', () => {
    fc.assert(
      fc.property(serial, fc.nat(), (number, at) => {
        const digits = [...makeReference('Q', number)].slice(2)
        const index = at % (digits.length - 1)
        const [a = '', b = ''] = digits.slice(index, index + 2)
        fc.pre(a !== b)
        digits.splice(index, 2, b, a)
        expect(parseReference(`Q-${digits.join('')}`)).toBeUndefined()
      }),
    )
  })

  test.each(['', 'Q-', 'X-104327', 'Q-000000', 'Q-1043270000000000000000', 'select', 'Q-0000000018'])(
    '%j is none',
    (input) => {
      expect(parseReference(input)).toBeUndefined()
    },
  )

  test('is made of whole numbers from one only', () => {
    expect(() => makeReference('Q', 0)).toThrow(RangeError)
    expect(() => makeReference('Q', 1.5)).toThrow(RangeError)
  })
})

describe('a secret', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

  test('shows 16 signs in groups of four and is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const secret = secretFromBytes(random)
        expect(secret).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u)
        const typed = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseSecret(typed)).toBe(secret)
        expect(parseSecret(toArabic(secret))).toBe(secret)
      }),
    )
  })

  test('keeps every bit: different bytes are different secrets', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        fc.pre(a.some((byte, index) => byte !== b[index]))
        expect(secretFromBytes(a)).not.toBe(secretFromBytes(b))
      }),
    )
  })

  test('of another length is none', () => {
    expect(parseSecret('K3W9-0ZTH-8QMR')).toBeUndefined()
    expect(parseSecret('UUUU-UUUU-UUUU-UUUU')).toBeUndefined()
    expect(() => secretFromBytes(new Uint8Array(9))).toThrow(RangeError)
  })
})
