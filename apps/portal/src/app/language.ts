/** The languages in which the whole portal speaks; the first is the association's own. */
export const languages = ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'] as const

/** One of the seven languages of the portal. */
export type Language = (typeof languages)[number]

/** What a person who reads the language calls it. */
export const ownNames: Record<Language, string> = {
  ar: 'العربية',
  en: 'English',
  ur: 'اردو',
  bn: 'বাংলা',
  hi: 'हिन्दी',
  id: 'Bahasa Indonesia',
  fil: 'Filipino',
}

export function isLanguage(code: string | undefined): code is Language {
  return languages.some((language) => language === code)
}

export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' || language === 'ur' ? 'rtl' : 'ltr'
}

let current: Language = 'ar'

/** The language of this page. It never changes while a page lives: the language links load another page. */
export function language(): Language {
  return current
}

export function setLanguage(next: Language): void {
  current = next
}
