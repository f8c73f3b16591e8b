import type { Problem } from '@sila/domain/problem'
import type { Words } from '@sila/domain/words'

let current: Words | undefined

/** Called with the language: the words of the domain come as one catalogue. */
export function setWords(words: Words): void {
  current = words
}

/** The word of the domain for a key (`interactionKind`, `INQUIRY`); the key itself where the catalogue is silent. */
export function word(subject: keyof Words, key: string): string {
  const table: Record<string, string> | undefined = current?.[subject]
  return table?.[key] ?? key
}

/** What is wrong and what to do, in the language of the screen. */
export function problemText({ code, values = {} }: Problem): string {
  return word('problem', code).replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''))
}
