import type { ProblemCode } from './words/problem-codes.ts'

export { problemCodes } from './words/problem-codes.ts'
export type { ProblemCode } from './words/problem-codes.ts'

/** Something that a person can put right: where, what, and the numbers that the sentence needs. */
export type Problem = { field?: string; code: ProblemCode; values?: Record<string, string | number> }
