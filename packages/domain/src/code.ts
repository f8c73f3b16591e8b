import { isEmail } from './beneficiary.ts'
import { phoneProblem } from './phone-light.ts'
import type { Problem } from './problem.ts'
import { cleanText, toWesternDigits } from './text.ts'

/** What holds for the codes by which a person proves that a phone or an e-mail is theirs. */
export const codeRules = {
  digits: 6,
  /** How long one is good for. */
  minutes: 10,
  /** How often one is compared before it is worth nothing. */
  tries: 5,
  /** How many are sent to one phone or e-mail in a day. */
  perAddressADay: 5,
  /** How many are asked for from one network in an hour. */
  perNetworkAnHour: 20,
  /** How many are sent in a day, to all together: the most that pumping can cost. */
  perDay: 5000,
} as const

/** How long a person stays proven without doing anything, and at the most, in minutes. */
export const provenMinutes = { idle: 30, most: 8 * 60 } as const

const silentMonths = 6

/** Whether a phone may be somebody else's by now: nobody was heard of under it for as long as numbers lie idle. */
export function mayHavePassedOn(heardAt: Date, now: Date): boolean {
  return now.getTime() - heardAt.getTime() > silentMonths * 30 * 86_400_000
}

/** The word that opens one's own matters in place of a secret, while one is proven. */
export const mineWord = 'mine'

/** Reads a code as people type it: any digits, spaces between; undefined if it is none. */
export function parseCode(input: string): string | undefined {
  if (input.length > 64) return undefined
  const plain = toWesternDigits(input.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
  return /^\d{6}$/u.test(plain) ? plain : undefined
}

/** What is wrong with a phone or an e-mail to which a code shall go, by its shape alone. */
export function checkCodeAddress(input: string, field = 'address'): Problem[] {
  const text = cleanText(input)
  if (text === '') return [{ field, code: 'CONTACT_REQUIRED' }]
  if (text.includes('@')) return isEmail(text) ? [] : [{ field, code: 'EMAIL_INVALID' }]
  const code = phoneProblem(text)
  return code ? [{ field, code }] : []
}
