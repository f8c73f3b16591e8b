import fc from 'fast-check'
import { getNamedType, isObjectType, isRequiredArgument } from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { Operation } from './operation.ts'
import { spoilt } from './spoilt.ts'
import { valueOf } from './values.ts'
import type { Draw } from './values.ts'

type Written = {
  draw: Draw
  sees: Sees
  variables: Record<string, unknown>
  declared: string[]
  fragments: string[]
  aliases: number
}

const one = fc.noBias(fc.nat(99))
const repeat = <Kind>(kind: Kind, times: number): Kind[] => Array.from({ length: times }, () => kind)
const often = (draw: Draw, percent: number) => draw(() => one) < percent
const kinds: fc.Arbitrary<Operation['kind']> = fc.noBias(
  fc.constantFrom<Operation['kind'][]>(
    ...repeat('query' as const, 9),
    ...repeat('mutation' as const, 10),
    'subscription' as const,
  ),
)

/** Whether one of the senders may be shown a field. */
export type Sees = (type: string, field: string) => boolean

/**
 * Operations over every type, field, argument and input of a schema. Four in five ask only for what their sender may be
 * shown, so that they reach what lies behind the policies; one in ten is not quite right.
 */
export function operationsOf(schema: GraphQLSchema, senders: readonly Sees[]): fc.Arbitrary<Operation> {
  return fc.gen().map((draw) => {
    const sender = draw(() => fc.noBias(fc.nat(senders.length - 1)))
    const sees = often(draw, 80) ? senders[sender] : undefined
    const made = write(schema, draw, sender, sees ?? (() => true))
    return often(draw, 10) ? { ...made, ...spoilt(made, draw) } : made
  })
}

function write(schema: GraphQLSchema, draw: Draw, sender: number, sees: Sees): Operation {
  const kind = draw(() => kinds)
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  const root = roots[kind]
  if (!root) throw new Error(`the schema has no ${kind}`)
  const written: Written = { draw, sees, variables: {}, declared: [], fragments: [], aliases: 0 }
  const most = kind === 'query' ? 2 : 1
  const body = selection(root, written, 0, most)
  const declared = written.declared.length > 0 ? `(${written.declared.join(', ')})` : ''
  return {
    ...{ kind, query: [`${kind} Fuzz${declared} ${body}`, ...written.fragments].join('\n') },
    ...{ variables: written.variables, sender, live: kind === 'subscription' || often(draw, 5) },
  }
}

const deepest = 3

function selection(type: GraphQLObjectType, written: Written, depth: number, most = 5): string {
  const { draw, sees } = written
  const open = Object.values(type.getFields()).filter(
    (field) => sees(type.name, field.name) && (depth < deepest || !isObjectType(getNamedType(field.type))),
  )
  const chosen =
    open.length > 0
      ? draw(() => fc.uniqueArray(fc.constantFrom(...open), { minLength: 1, maxLength: most }))
      : []
  const lines = chosen.map((field) => fieldOf(field, written, depth))
  if (lines.length === 0 || (often(draw, 20) && depth > 0)) lines.push('__typename')
  const inside = lines.join(' ')
  if (often(draw, 8)) return `{ ... on ${type.name} { ${inside} } }`
  if (!often(draw, 8)) return `{ ${inside} }`
  const name = `F${written.fragments.length}`
  written.fragments.push(`fragment ${name} on ${type.name} { ${inside} }`)
  return `{ ...${name} }`
}

function fieldOf(field: GraphQLField<unknown, unknown>, written: Written, depth: number): string {
  const { draw } = written
  const alias = often(draw, 15) ? `a${(written.aliases += 1)}: ` : ''
  const given = field.args.filter((arg) => isRequiredArgument(arg) || often(draw, 50))
  const args = given.map((arg) => argument(arg, written)).join(', ')
  const directive = often(draw, 6)
    ? draw(() => fc.constantFrom(' @include(if: true)', ' @skip(if: false)', ' @skip(if: true)'))
    : ''
  const type = getNamedType(field.type)
  const below = isObjectType(type)
    ? ` ${depth < deepest ? selection(type, written, depth + 1) : '{ __typename }'}`
    : ''
  return `${alias}${field.name}${args && `(${args})`}${directive}${below}`
}

function argument(arg: GraphQLArgument, written: Written): string {
  const { draw, variables, declared } = written
  const name = `v${declared.length}`
  declared.push(`$${name}: ${String(arg.type)}`)
  if (isRequiredArgument(arg) || often(draw, 90)) variables[name] = valueOf(arg.type, draw, arg.name)
  return `${arg.name}: $${name}`
}
