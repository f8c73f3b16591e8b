import type { Problem } from './problem.ts'
import { parseReference } from './reference.ts'
import { cleanText, graphemeLength } from './text.ts'

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
