import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import { appLanguages, type AppLanguage } from './i18n.ts'

/** Looks a text up by its id; numbers and names go in as values. */
export type Translate = (id: string, values?: Record<string, unknown>) => string

/** The words of the screen in the language of the screen. */
export function useT(): { t: Translate; language: AppLanguage } {
  const { i18n } = useLingui()
  const locale = i18n.locale
  return useMemo(
    () => ({
      t: (id, values) => i18n._(id, values),
      language: appLanguages.find((known) => known === locale) ?? 'ar',
    }),
    [i18n, locale],
  )
}
