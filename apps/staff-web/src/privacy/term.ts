import type { Translate } from '../i18n/useT.ts'

/** A term in words: in years where it is whole years, permanently where it has no end. */
export function termOf(t: Translate, months: number | null): string {
  if (months === null) return t('retention.permanently')
  return months % 12 === 0
    ? t('retention.years', { count: months / 12 })
    : t('retention.months', { count: months })
}
