import { Kind } from 'graphql'
import type { GraphQLResolveInfo, SelectionNode } from 'graphql'

type Selected = ReadonlySet<string>
const known = new WeakMap<object, Map<string, Selected>>()

/**
 * Names of the fields that an operation selects below a path of the field being resolved, so that only what is shown is
 * read. What a directive may leave out counts as selected. Looked up once for each operation.
 */
export function selectedBelow(info: GraphQLResolveInfo, ...path: string[]): Selected {
  const [node] = info.fieldNodes
  if (!node) return new Set()
  const paths = known.get(node) ?? new Map<string, Selected>()
  known.set(node, paths)
  const key = path.join('.')
  const found = paths.get(key)
  if (found) return found
  let level: SelectionNode[] = [...info.fieldNodes]
  for (const name of path) {
    level = fieldsOf(level, info).filter((field) => field.kind === Kind.FIELD && field.name.value === name)
  }
  const names = new Set(
    fieldsOf(level, info).map((field) => (field.kind === Kind.FIELD ? field.name.value : '')),
  )
  paths.set(key, names)
  return names
}

// The fields below some selections; fragments are opened.
function fieldsOf(level: readonly SelectionNode[], info: GraphQLResolveInfo): SelectionNode[] {
  return level.flatMap((node) => {
    const below = 'selectionSet' in node ? (node.selectionSet?.selections ?? []) : []
    return below.flatMap((each) => openFragment(each, info))
  })
}

function openFragment(node: SelectionNode, info: GraphQLResolveInfo): SelectionNode[] {
  if (node.kind === Kind.FIELD) return [node]
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value]
  return (fragment?.selectionSet.selections ?? []).flatMap((each) => openFragment(each, info))
}
