import { wordsOf } from './words.ts'
import { fillWords } from './words/fill.ts'
import type { ProblemCode } from './words/problem-codes.ts'

export { problemCodes } from './words/problem-codes.ts'
export type { ProblemCode } from './words/problem-codes.ts'

/** Something that a person can put right: where, what, and the numbers that the sentence needs. */
export type Problem = { field?: string; code: ProblemCode; values?: Record<string, string | number> }

/** What is wrong and what to do, in the asker's language; a language without a catalogue reads its fallback. */
export function problemMessage(problem: Problem, language: string): string {
  return fillWords(wordsOf(language).problem[problem.code], problem.values)
}
