import fc from 'fast-check'
import { isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql'
import type { GraphQLInputType } from 'graphql'

/** How a value stands in a generated operation until it is sent: the n-th thing that the database holds then. */
export const somethingKnown = /"§(\d+)§"/gu

/** Draws from an arbitrary; what fast-check hands to whoever builds step by step. */
export type Draw = fc.GeneratorValue

const known = fc.nat(10_000).map((index) => `§${index}§`)
const deep = (levels: number): unknown => (levels === 0 ? 'down' : { down: [deep(levels - 1)] })

/** Texts that have harmed somebody's system before. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u202eevil\u202c',
    '\u2066\u2069',
    '\ufeff',
  ),
  fc.constantFrom(
    'a\u200bb',
    '\u200d\u200d',
    'é',
    'e\u0301',
    '𝕳'.repeat(50),
    '🕌'.repeat(300),
    'ﷺ'.repeat(200),
  ),
  fc.constantFrom(
    "'; drop table staff --",
    "' or 1=1 --",
    '%',
    '%%%%_',
    '\\',
    "\\'",
    '$1',
    '{{7*7}}',
    '${1}',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-0', '1e999', 'true'),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '=cmd()',
    '../../etc/passwd',
    'a\r\nBcc: x@y.example',
    '(a+)+$',
  ),
  fc.constantFrom('x'.repeat(20_001), '\n'.repeat(5000), '1'.repeat(400), 'ا'.repeat(10_000)),
  fc.array(fc.nat(0x10_ffff), { maxLength: 20 }).map((signs) => String.fromCodePoint(...signs)),
)
const decent = fc.oneof(
  fc.constantFrom('en', 'ar', 'ur', 'course', 'books', 'visit', 'Maryam', '0551239001', 'fuzz@example.com'),
  fc.constantFrom('12:00', '2026-11-25', 'B-1', 'Q-1', 'A short answer.', 'AAAA-AAAA-AAAA-AAAA', '123456'),
  fc.uuid(),
)
const text = fc.oneof(
  { weight: 4, arbitrary: decent },
  { weight: 3, arbitrary: nastyText },
  { weight: 2, arbitrary: known },
)
const id = fc.oneof(
  { weight: 8, arbitrary: known },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, '', '00000000-0000-0000-0000-000000000000', 'x', '\u0000') },
)
const whole = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, -0, 99, 100, 101, 2_147_483_647, -2_147_483_648) },
)
const moment = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2027-01-01') })
    .map((at) => at.toISOString()),
  fc.constantFrom(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
  ),
  fc.constantFrom('2026-02-30T00:00:00Z', '2026-11-25', 'yesterday', '', 0, -1, 1e18, '2026-11-25T24:00:00Z'),
)
const json = fc.oneof(
  { weight: 3, arbitrary: fc.dictionary(decent, text, { maxKeys: 5 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  fc.constantFrom(
    deep(5),
    deep(40),
    JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}'),
  ),
)
const scalars: Record<string, fc.Arbitrary<unknown>> = {
  ...{ ID: id, String: text, Int: whole, Boolean: fc.boolean(), DateTime: moment, JSON: json },
  Float: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), whole),
}

const isLeftOut = fc.nat(9).map((number) => number < 3)
const items = fc.nat(3)

/** A value of an input type: mostly one that may pass, often one that somebody means harm by. */
export function valueOf(type: GraphQLInputType, draw: Draw, field = ''): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, draw, field)
  if (isListType(type))
    return Array.from({ length: draw(() => items) }, () => valueOf(type.ofType, draw, field))
  if (isEnumType(type)) return draw(() => fc.constantFrom(...type.getValues().map(({ name }) => name)))
  if (isScalarType(type))
    return draw(() => (field === 'clientMutationId' ? keys : (scalars[type.name] ?? json)))
  const object: Record<string, unknown> = {}
  if (isInputObjectType(type))
    for (const each of Object.values(type.getFields()))
      if (isNonNullType(each.type) || !draw(() => isLeftOut))
        object[each.name] = valueOf(each.type, draw, each.name)
  return object
}

const keys = fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: text })
