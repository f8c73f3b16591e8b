import { getNamedType, isObjectType, isRequiredArgument } from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'

/** A way from a root of the API to one field, as an operation that asks for nothing else. */
export type Way = {
  field: string
  name: string
  operation: string
  parent: readonly string[]
  /** Every field that is passed on the way, and itself, as `Type.field`. */
  along: readonly string[]
  isAct: boolean
}

/** Arguments without which a field cannot be asked for, by name, as they stand in an operation. */
export type Given = Readonly<Record<string, string>>

type Step = { field: string; name: string; args: string }
type Reached = { root: 'query' | 'mutation' | 'subscription'; steps: readonly Step[]; variables: string }
/** Whether a field is shut to whoever asks: no way leads through it where there is another. */
type Shut = (type: string, field: string) => boolean

/** The shortest way to every field of the schema; what an act answers is asked for through the act, without its input. */
export function waysToAllFields(schema: GraphQLSchema, given: Given, shut: Shut = () => false): Way[] {
  const reached = new Map<string, Reached>()
  for (const avoid of [shut, () => false])
    for (const root of ['query', 'mutation'] as const) {
      const type = root === 'query' ? schema.getQueryType() : schema.getMutationType()
      if (!type) continue
      if (!reached.has(type.name)) reached.set(type.name, { root, steps: [], variables: '' })
      spread(schema, given, avoid, reached)
    }
  return [...reached].flatMap(([name, at]) => {
    const type = schema.getType(name)
    return isObjectType(type)
      ? Object.values(type.getFields()).map((field) => wayTo(type, field, at, given))
      : []
  })
}

// Breadth first: the shortest way is found before any longer one.
function spread(schema: GraphQLSchema, given: Given, shut: Shut, reached: Map<string, Reached>) {
  const queue = [...reached]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [from, here] = next
    const type = schema.getType(from)
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type)
      if (!isObjectType(target) || reached.has(target.name) || shut(from, field.name)) continue
      const { args, variables } = argsOf(field, here, given)
      const step = { field: `${from}.${field.name}`, name: field.name, args }
      const there = { ...here, steps: [...here.steps, step], variables }
      reached.set(target.name, there)
      queue.push([target.name, there])
    }
  }
}

function argsOf(field: GraphQLField<unknown, unknown>, at: Reached, given: Given) {
  const required = field.args.filter(isRequiredArgument)
  const known = (arg: GraphQLArgument) => given[`${field.name}.${arg.name}`] ?? given[arg.name]
  const args = required.map((arg) => `${arg.name}: ${known(arg) ?? `$${arg.name}`}`).join(', ')
  const missing = required.filter((arg) => known(arg) === undefined)
  const variables = [at.variables, ...missing.map((arg) => `$${arg.name}: ${String(arg.type)}`)].filter(
    Boolean,
  )
  return { args: args && `(${args})`, variables: variables.join(', ') }
}

function wayTo(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  at: Reached,
  given: Given,
): Way {
  const { args, variables } = argsOf(field, at, given)
  const target = getNamedType(field.type)
  // Of a page its lines are asked for, so that an empty one is known as such.
  const page =
    isObjectType(target) && target.getFields()['nodes'] ? ' { nodes { __typename } }' : ' { __typename }'
  const leaf = isObjectType(target) ? page : ''
  const body = at.steps.reduceRight(
    (inner, step) => `${step.name}${step.args} { ${inner} }`,
    `${field.name}${args}${leaf}`,
  )
  return {
    field: `${type.name}.${field.name}`,
    operation: `${at.root}${variables && ` (${variables})`} { ${body} }`,
    parent: at.steps.map(({ name }) => name),
    along: [...at.steps.map((step) => step.field), `${type.name}.${field.name}`],
    name: field.name,
    isAct: at.root === 'mutation',
  }
}
