import type { Permission } from './permission.ts'
import type { Problem } from './problem.ts'

/**
 * What a key may be let to: reading, of which its owner may do at least as much. What protects people from the house
 * itself (the circle of a sensitive matter, the privacy desk) needs somebody who is there.
 */
export const keyScopes = [
  'report.read',
  'survey.read',
  'channel.read',
  'staff.read',
  'interaction.read',
  'request.read',
  'beneficiary.read',
  'explorer.use',
] as const satisfies readonly Permission[]
/** Something that a key may be let to. */
export type KeyScope = (typeof keyScopes)[number]

/** For how many days a key is good. */
export const keyDays = { usual: 90, most: 365 } as const

/** What questions by a key may cost together, in an hour and in a day. */
export const keyBudget = {
  hour: { least: 1000, usual: 100_000, most: 1_000_000 },
  day: { least: 1000, usual: 1_000_000, most: 10_000_000 },
} as const

/** How many keys somebody may hold at a time. */
export const mostKeys = 20
const longestName = 60

/** A key as it is asked for. */
export type KeyDraft = {
  readonly name: string
  readonly scopes: readonly string[]
  readonly days: number
  readonly hourBudget: number
  readonly dayBudget: number
}

/** What of the permissions somebody may hand on to a key. */
export function scopesFrom(permissions: readonly string[]): KeyScope[] {
  return keyScopes.filter((scope) => permissions.includes(scope))
}

/** What is to be put right before a key is made; nobody hands on what they may not do themselves. */
export function checkKeyDraft(draft: KeyDraft, permissions: readonly string[]): Problem[] {
  const allowed: readonly string[] = scopesFrom(permissions)
  const length = draft.name.trim().length
  const problems: Problem[] = []
  if (length === 0) problems.push({ field: 'name', code: 'REQUIRED' })
  if (length > longestName)
    problems.push({ field: 'name', code: 'TOO_LONG', values: { max: longestName, length } })
  if (draft.scopes.length === 0)
    problems.push({ field: 'scopes', code: 'TOO_FEW_CHOICES', values: { min: 1 } })
  if (!draft.scopes.every((scope) => allowed.includes(scope)))
    problems.push({ field: 'scopes', code: 'CHOICE_UNKNOWN' })
  return [
    ...problems,
    ...within('days', draft.days, { least: 1, most: keyDays.most }),
    ...within('hourBudget', draft.hourBudget, keyBudget.hour),
    ...within('dayBudget', draft.dayBudget, keyBudget.day),
  ]
}

function within(field: string, value: number, { least, most }: { least: number; most: number }): Problem[] {
  if (!Number.isInteger(value)) return [{ field, code: 'NUMBER_INVALID' }]
  if (value < least) return [{ field, code: 'NUMBER_TOO_SMALL', values: { min: least } }]
  if (value > most) return [{ field, code: 'NUMBER_TOO_LARGE', values: { max: most } }]
  return []
}
