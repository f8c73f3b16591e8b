import { GraphQLScalarType } from 'graphql'

const tooDeep = 12

/** Any JSON value, at most twelve levels deep; sent as a variable, never written into an operation. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value, at most twelve levels deep. Send it as a variable.',
  serialize: (value) => value,
  parseValue: (value) => bounded(value),
})

function bounded(value: unknown, depth = 0): unknown {
  if (depth > tooDeep) throw new TypeError('The value is nested deeper than twelve levels')
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map((item) => bounded(item, depth + 1))
  if (value !== null && typeof value === 'object') {
    // Own prototype-less copies: a key like __proto__ stays data.
    const copy: Record<string, unknown> = Object.create(null)
    for (const [key, item] of Object.entries(value)) copy[keyOf(key)] = bounded(item, depth + 1)
    return copy
  }
  return value
}

// What no jsonb can hold is in no key either.
const keyOf = (key: string) => key.replaceAll('\0', '').toWellFormed()
