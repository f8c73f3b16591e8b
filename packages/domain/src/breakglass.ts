import type { Problem } from './problem.ts'
import { parseReference } from './reference.ts'
import { cleanText, graphemeLength } from './text.ts'
import { fillWords } from './words/fill.ts'

/** Rules of opening a matter in an emergency. */
export const emergencyRules = { minutes: 60, reason: { min: 20, max: 500 } } as const

/** Checks what somebody says who opens a matter in an emergency: which one, and why, so that another can judge it. */
export function checkEmergency({ reference, reason }: { reference: string; reason: string }): Problem[] {
  const { min, max } = emergencyRules.reason
  const words = cleanText(reason)
  const length = words.length > max * 20 ? words.length : graphemeLength(words)
  const named = parseReference(reference)
  return [
    ...(named && named.prefix !== 'B' ? [] : [{ field: 'reference', code: 'REFERENCE_INVALID' } as const]),
    ...(words === '' ? [{ field: 'reason', code: 'REQUIRED' } as const] : []),
    ...(words !== '' && length < min
      ? [{ field: 'reason', code: 'TOO_SHORT', values: { min } } as const]
      : []),
    ...(length > max ? [{ field: 'reason', code: 'TOO_LONG', values: { max, length } } as const] : []),
  ]
}

const notices = {
  ar: {
    subject: 'فتح طارئ في {association}',
    text: 'فُتح الآن تعامل أو طلب فتحًا طارئًا. من فتحه وما هو ولماذا تجده في مكتب حماية البيانات، ومنه تستطيع إنهاءه.',
  },
  en: {
    subject: 'An emergency opening at {association}',
    text: 'Somebody has just opened a matter in an emergency. Who, which and why stands on the privacy desk, where you can also end it.',
  },
} as const

/** The e-mail that tells the privacy officer at once; it names nobody. */
export function emergencyMessage(
  language: string,
  values: { association: string },
): { subject: string; text: string } {
  const { subject, text } = notices[language === 'ar' ? 'ar' : 'en']
  return { subject: fillWords(subject, values), text }
}
