import { readFileSync } from 'node:fs'
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { makeSchema } from './schema.ts'

const schema = makeSchema()
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))

test('schema.graphql is what the classes say (npm run schema -w @sila/api writes it)', () => {
  const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
})

test('every type, field, argument and value says in words what it is', () => {
  const silent: string[] = []
  const heard = (name: string, described: { description?: string | null }) => {
    if (!described.description?.trim()) silent.push(name)
  }
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
  const standard = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])
  for (const type of types) {
    if (standard.has(type.name)) continue
    if (!roots.has(isObjectType(type) ? type : undefined)) heard(type.name, type)
    if (isEnumType(type)) for (const value of type.getValues()) heard(`${type.name}.${value.name}`, value)
    if (isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        heard(`${type.name}.${field.name}`, field)
        for (const argument of 'args' in field ? field.args : [])
          heard(`${type.name}.${field.name}(${argument.name})`, argument)
      }
    }
  }
  expect(silent).toEqual([])
})

test('a mutation that can be refused takes one input and answers with a payload that holds problems', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
  const plain = new Set(['interactionRead', 'presenceSet'])
  expect(fields.length).toBeGreaterThan(20)
  for (const field of fields.filter((each) => !plain.has(each.name))) {
    expect(
      field.args.map((argument) => argument.name),
      field.name,
    ).toContain('input')
    const payload = String(field.type).replace('!', '')
    expect(payload, field.name).toMatch(/Payload$/)
    const type = schema.getType(payload)
    expect(isObjectType(type) && String(type.getFields()['problems']?.type), field.name).toBe('[Problem!]!')
  }
})

test('a list that can grow is a connection with a page size', () => {
  for (const type of types) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (/Connection!?$/.test(String(field.type))) {
        expect(
          String(field.args.find((argument) => argument.name === 'first')?.type),
          `${type.name}.${field.name}`,
        ).toBe('Int!')
      }
    }
  }
})
