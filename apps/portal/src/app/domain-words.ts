import { fillWords } from '@sila/domain/words/fill'
import type { Problem } from '@sila/domain/problem'
import type { Words } from '@sila/domain/words/type'
import type { Language } from './language.ts'

const catalogues: Record<Language, () => Promise<{ words: Words }>> = {
  ar: () => import('@sila/domain/words/ar'),
  en: () => import('@sila/domain/words/en'),
  ur: () => import('@sila/domain/words/ur'),
  bn: () => import('@sila/domain/words/bn'),
  hi: () => import('@sila/domain/words/hi'),
  id: () => import('@sila/domain/words/id'),
  fil: () => import('@sila/domain/words/fil'),
}

let words: Words | undefined

/** Fetches the domain's words of one language; pages beyond the first need them. */
export async function loadDomainWords(language: Language): Promise<void> {
  words = (await catalogues[language]()).words
}

/** The domain's word for a key in the language of the page; the key itself where there is none. */
export function wordOf<Subject extends keyof Words>(subject: Subject, key: string): string {
  const table: Record<string, string> = words?.[subject] ?? {}
  return table[key] ?? key
}

/** What is wrong and what to do. */
export function problemText(problem: Problem): string {
  return fillWords(wordOf('problem', problem.code), problem.values)
}
