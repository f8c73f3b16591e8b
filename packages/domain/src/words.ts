import { portalLanguageOf } from './language.ts'
import type { PortalLanguage } from './language.ts'
import { words as ar } from './words/ar.ts'
import { words as bn } from './words/bn.ts'
import { words as en } from './words/en.ts'
import { words as fil } from './words/fil.ts'
import { words as hi } from './words/hi.ts'
import { words as id } from './words/id.ts'
import type { Words } from './words/type.ts'
import { words as ur } from './words/ur.ts'

export type { Words } from './words/type.ts'

const catalogues: Readonly<Record<PortalLanguage, Words>> = { ar, en, ur, bn, hi, id, fil }

/**
 * All words of the domain in one language. This holds all seven catalogues: a page that must stay light
 * imports the one it needs instead (`@sila/domain/words/ar`).
 */
export function wordsOf(language: string): Words {
  return catalogues[portalLanguageOf(language)]
}

/**
 * The word for a key, in a language.
 * @example label('channel', 'VISIT', 'en') // 'Visit'
 */
export function label<Subject extends keyof Words>(
  subject: Subject,
  key: keyof Words[Subject] & string,
  language: string,
): string {
  const words: Record<string, string> = wordsOf(language)[subject]
  return words[key] ?? key
}
