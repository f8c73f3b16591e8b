/** Words in several languages, by language code. */
export type Words = Record<string, string>

/** The words in the language asked for, else in English, else in Arabic. */
export function inLanguage(words: Words, language: string): string {
  // Only what was written: not what every object has, such as its constructor.
  const asked = Object.hasOwn(words, language) ? words[language] : undefined
  return asked ?? words['en'] ?? words['ar'] ?? ''
}
