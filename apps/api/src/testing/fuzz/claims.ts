import { Kind, getNamedType, isObjectType, parse } from 'graphql'
import type { DocumentNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { Actor } from '../../actors/actor.ts'
import { isMet, policyOf } from '../../policies/check.ts'

/** What came back, over HTTP or the live line. */
export type Came = { status: number; text: string; data?: unknown; errors?: readonly Failure[] }
type Failure = { message: string; extensions?: { code?: string } }

/** The codes by which the house refuses; everything else would be a failure of ours. */
const known = new Set([
  ...['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'],
  ...['OPERATION_RESOLUTION_FAILURE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'TOO_COSTLY'],
  ...['TOO_MANY_TRIES', 'UNKNOWN_OPERATION', 'TOO_COMPLEX', 'TOO_SLOW', 'BUDGET_SPENT'],
])
const inside =
  /Something went wrong|node_modules|\bat .*\.[jt]s:\d|postgres|\bselect .* from\b|insert into|violates|invalid input syntax|syntax error at|duplicate key|TypeError|undefined|is not a function/iu

/** What is wrong with an answer, whatever was asked; nothing where all is well. */
export function wrongWith({ status, errors = [] }: Came, live: boolean): string | undefined {
  if (status >= 500) return `status ${status}`
  for (const { message, extensions } of errors) {
    const code = extensions?.code
    // The live line tells in words what HTTP tells by a code, but where the code is ours.
    if (!(live && code === undefined) && !known.has(code ?? ''))
      return `an error of the code ${code}: ${message}`
    if (inside.test(message.replaceAll(/"[^"]*"|invalid value .*/gu, '')))
      return `words from inside: ${message}`
  }
  return undefined
}

/** The fields in the data that the table of policies keeps from whoever asked. */
export function deniedIn(schema: GraphQLSchema, query: string, data: unknown, actor: Actor): string[] {
  if (data === null || data === undefined) return []
  const document = parse(query)
  const denied = new Set<string>()
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue
    const root = schema.getRootType(each.operation)
    if (root) walk({ document, denied, actor }, root, each.selectionSet, data)
  }
  return [...denied]
}

type Walk = { document: DocumentNode; denied: Set<string>; actor: Actor }

function walk(at: Walk, type: GraphQLObjectType, { selections }: SelectionSetNode, value: unknown): void {
  if (Array.isArray(value))
    return value.forEach((each) => walk(at, type, { selections } as SelectionSetNode, each))
  if (value === null || typeof value !== 'object') return
  const object: Record<string, unknown> = { ...value }
  for (const each of selections) {
    if (each.kind === Kind.INLINE_FRAGMENT) walk(at, type, each.selectionSet, value)
    if (each.kind === Kind.FRAGMENT_SPREAD) {
      const spread = at.document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === each.name.value,
      )
      if (spread?.kind === Kind.FRAGMENT_DEFINITION) walk(at, type, spread.selectionSet, value)
    }
    if (each.kind !== Kind.FIELD || each.name.value === '__typename') continue
    const shown = object[each.alias?.value ?? each.name.value]
    if (shown === null || shown === undefined) continue
    const policy = policyOf(type.name, each.name.value)
    const isDenied = policy === 'STAFF_ELSE_NULL' ? at.actor.type !== 'STAFF' : !isMet(policy, at.actor)
    if (isDenied) at.denied.add(`${type.name}.${each.name.value}`)
    const field = type.getFields()[each.name.value]
    const below = field && getNamedType(field.type)
    if (each.selectionSet && isObjectType(below)) walk(at, below, each.selectionSet, shown)
  }
}
