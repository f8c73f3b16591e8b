import type { Problem } from './problem.ts'

/** Official papers that are shown and never copied (PDPL Art. 28): what is kept is that somebody saw them. */
export const papers = [
  'NATIONAL_ID',
  'IQAMA',
  'PASSPORT',
  'VISA',
  'FAMILY_RECORD',
  'MARRIAGE_CONTRACT',
  'OTHER',
] as const
/** One kind of official paper. */
export type Paper = (typeof papers)[number]

/** What is wrong with the last day on which a paper is good; none has to be told. */
export function checkExpiry(expiresOn: string | null | undefined, today: string): Problem[] {
  if (!expiresOn) return []
  if (!isDate(expiresOn)) return [{ field: 'expiresOn', code: 'DATE_INVALID' }]
  return expiresOn < today ? [{ field: 'expiresOn', code: 'DATE_PAST' }] : []
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
