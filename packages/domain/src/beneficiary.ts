import { phoneProblem } from './phone-light.ts'
import type { Problem } from './problem.ts'
import { cleanText, graphemeLength, toWesternDigits } from './text.ts'

/** What a beneficiary is: one person or more (M4: departments of the association are beneficiaries too). */
export const beneficiaryKinds = [
  'INDIVIDUAL',
  'FAMILY',
  'GROUP',
  'ORGANISATION',
  'INTERNAL_DEPARTMENT',
] as const

/** What a beneficiary is. */
export type BeneficiaryKind = (typeof beneficiaryKinds)[number]

/** Segments by which service is compared (O1: all segments). */
export const segments = [
  'NEW_MUSLIM',
  'INQUIRER',
  'RESIDENT_WORKER',
  'DOMESTIC_WORKER',
  'FAMILY',
  'STUDENT',
  'VISITOR',
] as const

/** A segment of beneficiaries. */
export type Segment = (typeof segments)[number]

/** How a person can be reached. */
export const contactTypes = ['PHONE', 'WHATSAPP', 'EMAIL'] as const

/** One way of reaching a person. */
export type ContactType = (typeof contactTypes)[number]

/** How a person wishes to be reached, as typed. */
export type ContactDraft = {
  name?: string | null | undefined
  phone?: string | null | undefined
  email?: string | null | undefined
  preferred?: ContactType | null | undefined
  city?: string | null | undefined
}

const limits = { name: 120, city: 80, email: 254 } as const

/** Checks how a person wishes to be reached; `required` where the service must be able to answer. */
export function checkContact(
  contact: ContactDraft,
  options: { required?: boolean; nameRequired?: boolean } = {},
): Problem[] {
  const problems: Problem[] = []
  const name = cleanText(contact.name ?? '')
  const phone = cleanText(contact.phone ?? '')
  const email = cleanText(contact.email ?? '')
  if (options.nameRequired && name === '') problems.push({ field: 'contact.name', code: 'REQUIRED' })
  problems.push(...tooLong('contact.name', name, limits.name))
  problems.push(...tooLong('contact.city', cleanText(contact.city ?? ''), limits.city))
  const phoneCode = phone === '' ? undefined : phoneProblem(phone)
  if (phoneCode) problems.push({ field: 'contact.phone', code: phoneCode })
  if (email !== '' && !isEmail(email)) problems.push({ field: 'contact.email', code: 'EMAIL_INVALID' })
  if (options.required && phone === '' && email === '') {
    problems.push({ field: 'contact.phone', code: 'CONTACT_REQUIRED' })
  } else if (contact.preferred === 'EMAIL' ? email === '' : contact.preferred && phone === '') {
    const field = contact.preferred === 'EMAIL' ? 'contact.email' : 'contact.phone'
    problems.push({ field, code: 'PREFERRED_CONTACT_MISSING' })
  }
  return problems
}

/** Whether the text has the shape of an address that mail can be sent to. */
export function isEmail(text: string): boolean {
  return (
    text.length <= limits.email &&
    /^[^\s\p{C}@<>()",;:\\]+@[^\s\p{C}@.<>()",;:\\]+(\.[^\s\p{C}@.<>()",;:\\]+)+$/u.test(text)
  )
}

/** The address as it is kept: digits western, the part after @ in small letters. */
export function normaliseEmail(text: string): string {
  const [local = '', domain = ''] = toWesternDigits(cleanText(text)).split('@')
  return `${local}@${domain.toLowerCase()}`
}

function tooLong(field: string, text: string, max: number): Problem[] {
  const length = graphemeLength(text)
  return length > max ? [{ field, code: 'TOO_LONG', values: { max, length } }] : []
}
