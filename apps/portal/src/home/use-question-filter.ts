import { useState } from 'react'
import { t } from '../app/words.ts'
import { firstQuestions, moreQuestions } from './question-keys.ts'
import type { QuestionKey } from './question-keys.ts'

/** Narrows the questions to those that share a word with what is being typed. */
export function useQuestionFilter() {
  const [text, setText] = useState('')
  const words = wordsOf(text)
  if (words.length === 0) return { shown: firstQuestions, found: undefined, type: setText }
  const shown = [...firstQuestions, ...moreQuestions].filter((key) => holds(key, words))
  return { shown, found: shown.length, type: setText }
}

function holds(key: QuestionKey, words: string[]): boolean {
  const hay = fold(`${t(`faq.${key}.q`)} ${t(`faq.${key}.a`)}`)
  return words.some((word) => hay.includes(word))
}

// Words of one or two letters would match everything.
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 2)
}

// The light part of the domain's folding: marks, and the letters that people write in more than one way.
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
}
