import type { FieldSchema, FormWords } from '../form-definition.ts'
import { languageCodes, languages } from '../languages.ts'
import { sharedWords } from './shared-words.ts'

/** Questions that several services ask in the same way and the same words. */
export const sharedFields = {
  language: { type: 'string', enum: languageCodes },
  section: { type: 'string', enum: ['MEN', 'WOMEN'] },
  time: { type: 'string', enum: ['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND'] },
  people: { type: 'integer', minimum: 1, maximum: 5000 },
  date: { type: 'string', format: 'date' },
  place: { type: 'string', maxLength: 200 },
  organisation: { type: 'string', maxLength: 120 },
  note: { type: 'string', maxLength: 1000 },
} as const satisfies Record<string, FieldSchema>

/** The words of a form: its own, and those of shared questions; languages are named in their own script. */
export function formWords(own: FormWords): FormWords {
  return {
    ar: wordsIn('ar', own),
    en: wordsIn('en', own),
    ur: wordsIn('ur', own),
    bn: wordsIn('bn', own),
    hi: wordsIn('hi', own),
    id: wordsIn('id', own),
    fil: wordsIn('fil', own),
  }
}

function wordsIn(language: keyof FormWords, own: FormWords): Readonly<Record<string, string>> {
  return { ...languageOptions('language'), ...sharedWords[language], ...own[language] }
}

/** The choices of a question that asks for a language. */
export function languageOptions(property: string): Record<string, string> {
  return Object.fromEntries(languageCodes.map((code) => [`${property}.${code}`, languages[code].ownName]))
}
