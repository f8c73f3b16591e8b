import { GraphQLError, Kind } from 'graphql'
import type { ASTVisitor, SelectionSetNode, ValidationContext } from 'graphql'

/**
 * A subscription listens to something, whatever its variables say: the specification lets no directive leave out its one
 * field (https://spec.graphql.org/draft/#sec-Single-Root-Field), and graphql-js 16 falls over where one does.
 */
export function subscriptionListens(context: ValidationContext): ASTVisitor {
  const look = ({ selections }: SelectionSetNode, seen: ReadonlySet<string>): void => {
    for (const each of selections) {
      if (each.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'))
        context.reportError(
          new GraphQLError('The field of a subscription is not left out by a directive.', { nodes: each }),
        )
      if (each.kind === Kind.INLINE_FRAGMENT) look(each.selectionSet, seen)
      if (each.kind !== Kind.FRAGMENT_SPREAD || seen.has(each.name.value)) continue
      const fragment = context.getFragment(each.name.value)
      if (fragment) look(fragment.selectionSet, new Set([...seen, fragment.name.value]))
    }
  }
  return {
    OperationDefinition({ operation, selectionSet }) {
      if (operation === 'subscription') look(selectionSet, new Set())
    },
  }
}
