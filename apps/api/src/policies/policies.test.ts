import { isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { makeSchema } from '../schema.ts'
import { policies } from './table.ts'

const types = Object.values(makeSchema().getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
)
const fieldsOf = (table: Record<string, object>) =>
  Object.entries(table).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`))
const real = types.flatMap((type) =>
  isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
)

test('every field of the schema has a policy: what has none is shown to nobody', () => {
  const known = new Set(fieldsOf(policies))
  expect(real.filter((field) => !known.has(field))).toEqual([])
})

test('the table speaks of nothing that the schema does not have', () => {
  const known = new Set(real)
  expect(fieldsOf(policies).filter((field) => !known.has(field))).toEqual([])
})
