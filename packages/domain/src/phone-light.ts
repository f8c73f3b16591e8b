import type { ProblemCode } from './words/problem-codes.ts'
import { toWesternDigits } from './text.ts'

/**
 * What is wrong with a phone number by its shape alone, or undefined. This is the check that runs while
 * somebody types; the API asks the full tables of the world's numbering plans (`phone.ts`, 50 KB gzip against 0.5).
 */
export function phoneProblem(input: string, country = 'SA'): ProblemCode | undefined {
  const number = phoneDigits(input)
  if (number === undefined) return 'PHONE_INVALID'
  const saudi = saudiNumber(number, country)
  if (saudi === undefined) return /^\+?[1-9]\d{6,14}$/u.test(number) ? undefined : 'PHONE_INVALID'
  return /^(5(?!2)\d{8}|1[1-7]\d{7}|8\d{8,9}|9200\d{5})$/u.test(saudi) ? undefined : 'PHONE_INVALID'
}

/** The digits of a number in 0-9 with its plus sign, without what people write between; undefined if it holds letters. */
export function phoneDigits(input: string): string | undefined {
  const plain = toWesternDigits(input)
    .replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069().\-–—/]/gu, '')
    .replace(/^＋/u, '+')
    .replace(/^00/u, '+')
  return /^\+?\d{4,20}$/u.test(plain) ? plain : undefined
}

// The part after +966 or after the national zero; undefined where the number belongs to another country.
function saudiNumber(number: string, country: string): string | undefined {
  if (number.startsWith('+966')) return number.slice(4).replace(/^0/u, '')
  if (number.startsWith('+')) return undefined
  if (number.startsWith('966') && number.length >= 12) return number.slice(3)
  return country === 'SA' ? number.replace(/^0/u, '') : undefined
}
