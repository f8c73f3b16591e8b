import { i18n, type Messages } from '@lingui/core'
import type { Words } from '@sila/domain/words'
import { setWords } from './words.ts'

/** The languages of this app; adding one is a catalogue and a line here. */
export const appLanguages = ['ar', 'en'] as const

/** A language that the staff app speaks. */
export type AppLanguage = (typeof appLanguages)[number]

/** What each language is called by those who speak it. */
export const ownNames: Record<AppLanguage, string> = { ar: 'العربية', en: 'English' }

type Catalogue = () => Promise<[{ messages: Messages }, { words: Words }]>

const catalogues: Record<AppLanguage, Catalogue> = {
  ar: () => Promise.all([import('../messages/ar.po'), import('@sila/domain/words/ar')]),
  en: () => Promise.all([import('../messages/en.po'), import('@sila/domain/words/en')]),
}

const storageKey = 'sila.language'

/** Loads the words, then turns the page: no screen is ever half in one language. */
export async function activateLanguage(language: AppLanguage): Promise<void> {
  const [{ messages }, { words }] = await catalogues[language]()
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  setWords(words)
  i18n.loadAndActivate({ locale: language, messages })
}

/** What the person chose last, or Arabic. */
export function preferredLanguage(): AppLanguage {
  const saved = localStorage.getItem(storageKey)
  return appLanguages.find((language) => language === saved) ?? 'ar'
}
