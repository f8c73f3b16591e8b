import { toWesternDigits } from './text.ts'

/** What a reference names: Q an interaction, R a request, B a beneficiary. */
export const referencePrefixes = { Q: 'INTERACTION', R: 'REQUEST', B: 'BENEFICIARY' } as const

/** The letter before a reference number. */
export type ReferencePrefix = keyof typeof referencePrefixes

/**
 * The short number that a person notes down: prefix, serial number, check digit.
 * @example makeReference('Q', 10432) // 'Q-104327': five digits and one that catches slips
 */
export function makeReference(prefix: ReferencePrefix, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1) {
    throw new RangeError(`makeReference: serial must be a whole number from 1, got ${serial}`)
  }
  const digits = String(serial).padStart(5, '0')
  return `${prefix}-${digits}${damm(digits)}`
}

/** Reads a reference as people type it (any digits, spaces, no dash, small letters); undefined if its check fails. */
export function parseReference(
  input: string,
): { reference: string; prefix: ReferencePrefix; serial: number } | undefined {
  const plain = toWesternDigits(input.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}_.#:\u200b-\u200f\u2066-\u2069\u202a-\u202e]/gu, '')
  const match = /^(?<prefix>[QRB])(?<digits>\d{6,16})$/u.exec(plain)
  const prefix = match?.groups?.['prefix']
  const digits = match?.groups?.['digits']
  if (!isPrefix(prefix) || digits === undefined) return undefined
  const serial = Number(digits.slice(0, -1))
  const reference = `${prefix}-${digits}`
  // Made again it must be the same: that checks the last digit, and that no zeros give one matter two names.
  return serial >= 1 && makeReference(prefix, serial) === reference
    ? { reference, prefix, serial }
    : undefined
}

function isPrefix(text: string | undefined): text is ReferencePrefix {
  return text !== undefined && Object.hasOwn(referencePrefixes, text)
}

// Damm's table: catches every single wrong digit and every swap of neighbours. H. M. Damm, 2004.
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

function damm(digits: string): number {
  return [...digits].reduce((interim, digit) => Number(quasigroup[interim]?.[Number(digit)]), 0)
}

export { parseSecret, secretFromBytes } from './secret.ts'
