import type { Words } from './staff/team.entity.ts'

/** The words in the language asked for, else in English, else in Arabic. */
export function inLanguage(words: Words, language: string): string {
  return words[language] ?? words['en'] ?? words['ar'] ?? ''
}
