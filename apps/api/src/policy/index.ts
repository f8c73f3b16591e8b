// The door to the policy: its clauses, and how each promise stands.
import { defaultClauses, isKept, promiseOf } from '@sila/domain/policy'
import type { ClauseId } from '@sila/domain/policy'
import { readAssociation } from '../association/index.ts'
import type { House } from '../context.ts'
import { figureOf } from '../reports/index.ts'
import type { ClausePromise, Policy } from './policy.types.ts'

const freshFor = 30_000
const usableFor = 600_000
const dayLength = 86_400_000
const standardDays = 90
type Kept = { at: number; policy: Promise<Policy>; recounting: boolean }
const kept = new WeakMap<House, Kept>()

/** G5: the policy with its live figures; counted once in half a minute at the most, and nobody waits for a recount. */
export function readPolicy(house: House): Promise<Policy> {
  const now = house.now().getTime()
  const known = kept.get(house)
  const age = known ? Math.abs(now - known.at) : Number.POSITIVE_INFINITY
  if (!known || age > usableFor) return recount(house, now)
  if (age > freshFor && !known.recounting) {
    known.recounting = true
    // Where it fails, the known figures stay until the next reader tries again.
    countPolicy(house).then(
      (policy) => kept.set(house, { at: now, policy: Promise.resolve(policy), recounting: false }),
      () => (known.recounting = false),
    )
  }
  return known.policy
}

function recount(house: House, at: number): Promise<Policy> {
  const policy = countPolicy(house)
  kept.set(house, { at, policy, recounting: false })
  policy.catch(() => kept.delete(house))
  return policy
}

async function countPolicy(house: House): Promise<Policy> {
  const association = await readAssociation(house)
  const clauses = []
  // One after the other: a public page must not take the whole pool.
  for (const definition of defaultClauses) {
    const promise = await standOf(house, definition.id)
    clauses.push({ id: definition.id, definition, associationName: association.nameWords, promise })
  }
  return {
    associationName: association.nameWords,
    version: association.policyVersion,
    inForceSince: association.policySince,
    clauses,
  }
}

async function standOf(house: House, clause: ClauseId): Promise<ClausePromise> {
  const definition = promiseOf(clause)
  const { live, target, unit, comparison } = definition
  const to = house.now()
  const period = { from: new Date(to.getTime() - (live?.days ?? standardDays) * dayLength), to }
  const figure = live ? await figureOf(house, { ...live, period }) : { value: null, n: 0, enough: false }
  return {
    definition,
    target,
    unit,
    comparison,
    ...figure,
    kept: isKept(definition, figure.value) ?? null,
    period,
  }
}
