import { languages } from './languages.ts'
import type { LanguageCode } from './languages.ts'

export { languageCodes, languages } from './languages.ts'
export type { LanguageCode, Script } from './languages.ts'
export { detectScript, suggestLanguage } from './script.ts'

/** Languages in which every word of the product exists. */
export const portalLanguages = ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'] as const

/** A language in which every word of the product exists. */
export type PortalLanguage = (typeof portalLanguages)[number]

/** The way a language is written. */
export type Direction = 'rtl' | 'ltr'

/** Whether the text is the code of a language that we know; `tl` is the older code of Filipino. */
export function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(languages, code)
}

/** The code as we keep it, from what a browser or a message says (`TL-ph`, `en_GB`), or undefined. */
export function languageCode(tag: string): LanguageCode | undefined {
  const code = tag.toLowerCase().split(/[-_]/u, 1)[0] ?? ''
  const current = older[code] ?? code
  return isLanguage(current) ? current : undefined
}

/** The language in which to speak to somebody who asked for this one. */
export function portalLanguageOf(tag: string): PortalLanguage {
  const code = languageCode(tag)
  if (code === undefined) return 'en'
  return portalLanguages.find((language) => language === code) ?? languages[code].fallback
}

/** The way the language is written; Intl says the wrong thing for Divehi and Rohingya. */
export function directionOf(tag: string): Direction {
  const code = languageCode(tag)
  return code === undefined ? 'ltr' : languages[code].direction
}

/** The name of a language: its own, Arabic or English from the table, other languages by Intl. */
export function languageName(tag: string, inLanguage: string): string {
  const code = languageCode(tag)
  if (code === undefined) return tag
  const row = languages[code]
  const reader = languageCode(inLanguage)
  if (reader === code) return row.ownName
  if (reader === 'ar') return row.arabicName
  if (reader === undefined || reader === 'en') return row.englishName
  return new Intl.DisplayNames([reader, 'en'], { type: 'language' }).of(code) ?? row.englishName
}

const older: Readonly<Record<string, string>> = { tl: 'fil', in: 'id', ku: 'ckb', cmn: 'zh', fas: 'fa' }
