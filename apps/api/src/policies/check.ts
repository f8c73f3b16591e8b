import { can } from '@sila/domain/permission'
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { ASTNode, DocumentNode, FragmentDefinitionNode, GraphQLSchema } from 'graphql'
import { isMasked } from '../actors/actor.ts'
import type { Actor } from '../actors/actor.ts'
import { forbidden, signedOut } from '../errors.ts'
import { maskOf } from './masks.ts'
import { policies } from './table.ts'
import type { Policy } from './table.ts'

/** Refuses an operation that selects a field which whoever asks may not see. */
export type FieldGuard = (document: DocumentNode, actor: Actor) => void

/** What an operation needs: of everybody, and further of whoever works here. */
type Needed = {
  always: ReadonlySet<Policy>
  asStaff: ReadonlySet<Policy>
  /** Whether masked eyes may ask it: nothing of it is refused to them. */
  maskable: boolean
}

/**
 * Holds every operation to the table of policies before anything of it runs: what is decided by the field alone is
 * decided once for an operation, not once for a row. What stands in no row of the table is refused to everybody.
 * @throws UNAUTHENTICATED where signing in might help, otherwise FORBIDDEN
 */
export function makeFieldGuard(schema: GraphQLSchema): FieldGuard {
  const known = new WeakMap<DocumentNode, Needed>()
  return (document, actor) => {
    const needed = known.get(document) ?? policiesOf(schema, document)
    known.set(document, needed)
    if (isMasked(actor) && !needed.maskable) throw forbidden()
    const all = actor.type === 'STAFF' ? [...needed.always, ...needed.asStaff] : [...needed.always]
    if (all.every((policy) => isMet(policy, actor))) return
    throw actor.type === 'STAFF' ? forbidden() : signedOut()
  }
}

/** Whether a policy lets somebody through. */
export function isMet(policy: Policy, actor: Actor): boolean {
  if (actor.type === 'SYSTEM' || policy === 'ANYONE' || policy === 'STAFF_ELSE_NULL') return true
  if (policy === 'NOBODY') return false
  if (policy === 'BENEFICIARY') return actor.type === 'BENEFICIARY'
  if (actor.type !== 'STAFF') return false
  if (policy === 'SIGNED_IN') return actor.key === undefined
  return policy === 'STAFF' || can(actor.staff.viewer, policy)
}

function policiesOf(schema: GraphQLSchema, document: DocumentNode): Needed {
  const always = new Set<Policy>()
  const asStaff = new Set<Policy>()
  let maskable = true
  const types = new TypeInfo(schema)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  // A fragment stands where it is spread, once within such a field and once outside; validation has refused circles.
  const walked = new Set<string>()

  function walk(node: ASTNode, inside: number, hidden: number) {
    let within = inside
    // Below what is blanked for masked eyes nothing is looked up.
    let below = hidden
    visit(
      node,
      visitWithTypeInfo(types, {
        Field: {
          enter({ name }) {
            // What a type is called is told to everybody who may name it.
            if (name.value === '__typename') return
            const type = types.getParentType()?.name ?? ''
            const mask = maskOf(type, name.value)
            if (mask === 'REFUSED' && below === 0) maskable = false
            if (mask === 'BLANK') below += 1
            const policy = policyOf(type, name.value)
            const into = within > 0 ? asStaff : always
            into.add(policy)
            if (policy === 'STAFF_ELSE_NULL') within += 1
          },
          leave({ name }) {
            if (name.value === '__typename') return
            const type = types.getParentType()?.name ?? ''
            if (maskOf(type, name.value) === 'BLANK') below -= 1
            if (policyOf(type, name.value) === 'STAFF_ELSE_NULL') within -= 1
          },
        },
        FragmentSpread({ name }) {
          const key = `${name.value} ${within > 0} ${below > 0}`
          const fragment = fragments.get(name.value)
          if (!fragment || walked.has(key)) return
          walked.add(key)
          walk(fragment, within, below)
        },
      }),
    )
  }
  for (const each of document.definitions) if (each.kind === Kind.OPERATION_DEFINITION) walk(each, 0, 0)
  return { always, asStaff, maskable }
}

/** The policy of a field; nobody's where the table does not name it. */
export function policyOf(type: string, field: string): Policy {
  // The catalogue itself is for whoever may write operations.
  if (type.startsWith('__') || field === '__schema' || field === '__type') return 'explorer.use'
  return policies[type]?.[field] ?? 'NOBODY'
}
