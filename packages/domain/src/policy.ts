import { defaultClauses } from './policy-clauses.ts'
import { defaultPromises } from './promises.ts'
import type { PolicyPromise } from './promise.ts'

export { defaultClauses } from './policy-clauses.ts'
export { defaultPromises } from './promises.ts'
export type { LiveFigure, PolicyPromise } from './promise.ts'

/** The parts of the policy, in order. */
export const policySections = {
  INTRODUCTION: { ar: 'مقدمة', en: 'Introduction' },
  GOAL: { ar: 'الهدف العام', en: 'General goal' },
  DETAILED_GOALS: { ar: 'الأهداف التفصيلية', en: 'Detailed goals' },
  PRACTICES: { ar: 'الممارسات في تقديم الخدمة للمستفيد', en: 'Practices in serving the beneficiary' },
  CHANNELS: {
    ar: 'القنوات المستخدمة للتواصل مع المستفيدين',
    en: 'Channels used to communicate with beneficiaries',
  },
  DEALING: {
    ar: 'طرق التعامل مع المستفيد لإنهاء معاملاته',
    en: 'Ways of dealing with the beneficiary to finish his transactions',
  },
} as const satisfies Record<string, { ar: string; en: string }>

/** The key of a part of the policy. */
export type PolicySection = keyof typeof policySections

/** One sentence that can be traced through code, tests, screens and reports. */
export type Clause = { id: string; section: PolicySection; ar: string; en: string }

/** The number of one of the 31 clauses. */
export type ClauseId = (typeof defaultClauses)[number]['id']

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
