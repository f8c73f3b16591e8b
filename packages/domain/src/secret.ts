import { toWesternDigits } from './text.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bytesNeeded = 10

/**
 * The secret beside a reference: 80 random bits as 16 signs of Crockford's base 32.
 * @throws if it is not given ten bytes
 * @example secretFromBytes(bytes) // 'K3W9-0ZTH-8QMR-5D2C'
 */
export function secretFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== bytesNeeded)
    throw new RangeError(`secretFromBytes: 10 bytes needed, got ${bytes.length}`)
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = bits.replace(/.{5}/gu, (five) => alphabet.charAt(Number.parseInt(five, 2)))
  return signs.replace(/.{4}(?=.)/gu, '$&-')
}

/** Reads a secret as people type it: small letters, no dashes, O for 0, I or L for 1; undefined if it is none. */
export function parseSecret(input: string): string | undefined {
  const plain = toWesternDigits(input.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}_.\u200b-\u200f\u2066-\u2069\u202a-\u202e]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/u.test(plain) ? plain.replace(/.{4}(?=.)/gu, '$&-') : undefined
}
