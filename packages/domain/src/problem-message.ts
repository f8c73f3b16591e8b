import type { Problem } from './problem.ts'
import { wordsOf } from './words.ts'
import { fillWords } from './words/fill.ts'

/** What is wrong and what to do, in the asker's language; a language without a catalogue reads its fallback. */
export function problemMessage(problem: Problem, language: string): string {
  return fillWords(wordsOf(language).problem[problem.code], problem.values)
}
