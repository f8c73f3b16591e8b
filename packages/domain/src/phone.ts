import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { phoneDigits } from './phone-light.ts'
import type { ProblemCode } from './words/problem-codes.ts'

export { phoneProblem } from './phone-light.ts'

/** A number as it is stored, or what is wrong with it. */
export type ParsedPhone = { e164: string; mobile: boolean } | { problem: ProblemCode }

/** Reads a phone number in any digits and any common way of writing it (05…, +966…, ٠٥…, ۰۵…). */
export function parsePhone(input: string, country = 'SA'): ParsedPhone {
  const digits = phoneDigits(input)
  if (digits === undefined || !isSupportedCountry(country)) return { problem: 'PHONE_INVALID' }
  // People leave out the plus of a number that they know by heart with its country code.
  const written = /^966\d{9}$/u.test(digits) ? `+${digits}` : digits
  const number = parsePhoneNumberFromString(written, country)
  if (!number?.isValid()) return { problem: 'PHONE_INVALID' }
  const type = number.getType()
  return { e164: number.number, mobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' }
}
