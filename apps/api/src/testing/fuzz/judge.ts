import { can } from '@sila/domain/permission'
import type { GraphQLSchema } from 'graphql'
import type { Actor } from '../../actors/actor.ts'
import { deniedIn, wrongWith } from './claims.ts'
import type { Came } from './claims.ts'
import { canaries } from './crew.ts'
import type { Operation } from './operation.ts'

/** An operation, what came of it, and whom the house took its sender for before and after. */
export type Case = { schema: GraphQLSchema; operation: Operation; came: Came; before: Actor; after: Actor }

/** What is wrong with what came; nothing where all is well. */
export function judge({ schema, operation, came, before, after }: Case): string | undefined {
  const wrong = wrongWith(came, operation.live)
  if (wrong) return wrong
  const denied = deniedIn(schema, operation.query, came.data, before)
  // Whoever may do more than a moment ago is held to what they may now.
  const still = denied.length > 0 ? deniedIn(schema, operation.query, came.data, after) : []
  if (still.length > 0) return `shows ${still.join(', ')}`
  if (came.text.includes(canaries.sensitive) && !holds(after, 'sensitive.read'))
    return 'shows a sensitive matter'
  if (came.text.includes(canaries.person) && !holds(after, 'beneficiary.read')) return 'shows a person'
  return undefined
}

// Masked eyes may read a person, and are shown none.
const holds = (actor: Actor, permission: 'sensitive.read' | 'beneficiary.read') =>
  actor.type === 'STAFF' && can(actor.staff.viewer, permission) && !actor.staff.viewer.grants.masked
