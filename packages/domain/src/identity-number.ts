import { toWesternDigits } from './text.ts'

/** A national identity (citizen) or an iqama (resident). */
export type IdentityNumber = { number: string; holder: 'CITIZEN' | 'RESIDENT' }

/** Reads a Saudi identity number in any digits; undefined unless its ten digits and their check are right. */
export function parseIdentityNumber(input: string): IdentityNumber | undefined {
  const number = toWesternDigits(input).replace(/[\s\-\u200e\u200f]/gu, '')
  if (!/^[12]\d{9}$/u.test(number) || luhn(number) % 10 !== 0) return undefined
  return { number, holder: number.startsWith('1') ? 'CITIZEN' : 'RESIDENT' }
}

// Luhn, doubling from the first of the ten digits.
function luhn(number: string): number {
  return [...number].reduce((sum, sign, index) => {
    const value = Number(sign) * (index % 2 === 0 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
