import { defaultClauses } from './policy-clauses.ts'
import type { ClauseId } from './policy-clauses.ts'
import type { Clause } from './policy-sections.ts'
import { defaultPromises } from './promises.ts'
import type { PolicyPromise } from './promise.ts'

export { defaultClauses } from './policy-clauses.ts'
export type { ClauseId } from './policy-clauses.ts'
export { policySections } from './policy-sections.ts'
export type { Clause, PolicySection } from './policy-sections.ts'
export { defaultPromises } from './promises.ts'
export type { LiveFigure, PolicyPromise } from './promise.ts'

/** The policy with which an association begins; what it adopts is versioned data. */
export const defaultPolicy = {
  title: {
    ar: 'سياسة تنظيم العلاقة مع المستفيد وتقديم الخدمات',
    en: 'Policy regulating the relationship with the beneficiary and providing services',
  },
  association: {
    ar: 'جمعية الدعوة والإرشاد وتوعية الجاليات بمحافظة بدر',
    en: "Association for Da'wah, Guidance and Communities' Awareness in Badr Governorate",
  },
  clauses: defaultClauses,
} as const

/** The sentence as the association reads it, with its own name; other languages read English. */
export function clauseText(clause: Clause, language: string, association: string): string {
  // A function, so that a name holding a dollar sign is not taken for a pattern.
  return (language === 'ar' ? clause.ar : clause.en).replaceAll('{association}', () => association)
}

/** What the clause promises by default. */
export function promiseOf(clause: ClauseId): PolicyPromise {
  return defaultPromises[clause]
}

/** Whether a figure keeps its promise; undefined while there is no figure. */
export function isKept(promise: PolicyPromise, value: number | null | undefined): boolean | undefined {
  if (value === null || value === undefined) return undefined
  return promise.comparison === 'AT_LEAST' ? value >= promise.target : value <= promise.target
}
