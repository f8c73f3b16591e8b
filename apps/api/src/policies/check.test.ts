import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse } from 'graphql'
import { describe, expect, test, vi } from 'vitest'
import type { Permission } from '@sila/domain/permission'
import type { Actor } from '../actors/actor.ts'
import { viewerOf } from '../testing/matters.ts'
import { isMet, makeFieldGuard, policyOf } from './check.ts'
import { policies } from './table.ts'

// One field more than the table knows: what somebody adds without a thought of who may see it.
const sdl = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8')
const schema = buildSchema(
  `${sdl} extend type Query { newborn: Me } extend type Me { newborn: String, again: Query }`,
)
const guard = makeFieldGuard(schema)

const staff = (...permissions: Permission[]) =>
  ({ type: 'STAFF', staff: { viewer: viewerOf('ALL', ...permissions) } }) as unknown as Actor
const guest: Actor = { type: 'GUEST' }
const person: Actor = { type: 'BENEFICIARY', beneficiaryId: 'b', sessionId: 's' }
const house: Actor = { type: 'SYSTEM' }

/** By which code an operation is refused; nothing where it may run. */
function refusal(query: string, actor: Actor): unknown {
  try {
    guard(parse(query), actor)
    return undefined
  } catch (error) {
    return (error as { extensions: { code: unknown } }).extensions.code
  }
}

describe('a policy', () => {
  test.each([
    ['ANYONE', [true, true, true, true]],
    ['STAFF_ELSE_NULL', [true, true, true, true]],
    ['STAFF', [false, false, true, true]],
    ['BENEFICIARY', [false, true, false, true]],
    ['NOBODY', [false, false, false, true]],
    ['report.read', [false, false, false, true]],
    ['staff.read', [false, false, true, true]],
  ] as const)('%s lets through guest, person, colleague, house: %j', (policy, expected) => {
    const everybody = [guest, person, staff('staff.read'), house]
    expect(everybody.map((actor) => isMet(policy, actor))).toEqual(expected)
  })

  test('SIGNED_IN lets through a colleague at a browser, and no program of theirs with a key', () => {
    const program = { ...staff(), key: { id: 'k' } } as unknown as Actor
    expect([guest, person, staff(), program].map((actor) => isMet('SIGNED_IN', actor))).toEqual([
      ...[false, false, true, false],
    ])
  })

  test('of a field is what the table says, and nobody’s where it says nothing', () => {
    expect(policyOf('Query', 'report')).toBe('report.read')
    expect(policyOf('Query', 'newborn')).toBe('NOBODY')
    expect(policyOf('Unborn', 'id')).toBe('NOBODY')
    expect(policyOf('', '')).toBe('NOBODY')
  })

  test('of the catalogue itself is that of whoever may write operations', () => {
    expect(policyOf('__Type', 'fields')).toBe('explorer.use')
    expect(policyOf('Query', '__schema')).toBe('explorer.use')
    expect(policyOf('Query', '__type')).toBe('explorer.use')
  })

  test('is not what every object has: its constructor', () => {
    expect(Object.hasOwn(policies, 'constructor')).toBe(false)
    expect(
      ['constructor', '__proto__', 'toString'].map((name) => isMet(policyOf(name, name), guest)),
    ).toEqual([...[false, false, false]])
  })
})

describe('an operation', () => {
  const list = '{ staff { name } }'

  test('runs where all of its fields may be seen, and is refused whole for a single one', () => {
    expect(refusal(list, staff('staff.read'))).toBeUndefined()
    expect(refusal('{ staff { name } teams { id } }', staff('staff.read'))).toBeUndefined()
    expect(refusal('{ staff { name } surveyResults(period: {}) { csat } }', staff('staff.read'))).toBe(
      'FORBIDDEN',
    )
    expect(refusal('{ surveyResults(period: {}) { csat } staff { name } }', staff('staff.read'))).toBe(
      'FORBIDDEN',
    )
  })

  test('is refused with the advice to sign in where that might help, otherwise without', () => {
    expect(refusal(list, guest)).toBe('UNAUTHENTICATED')
    expect(refusal(list, person)).toBe('UNAUTHENTICATED')
    expect(refusal(list, staff())).toBe('FORBIDDEN')
    expect(refusal(list, house)).toBeUndefined()
  })

  test('that selects what the table does not name is refused to everybody but the house', () => {
    for (const actor of [guest, person, staff('staff.read', 'explorer.use')])
      expect(refusal('{ newborn { __typename } }', actor)).toMatch(/FORBIDDEN|UNAUTHENTICATED/u)
    expect(refusal('{ newborn { __typename } }', house)).toBeUndefined()
  })

  test('may ask what a type is called', () => {
    expect(refusal('{ __typename association { __typename name } }', guest)).toBeUndefined()
  })

  test.each([
    ['another name', '{ harmless: staff { name } }'],
    ['a fragment', 'query { ...F } fragment F on Query { staff { name } }'],
    [
      'a fragment in a fragment',
      'query { ...F } fragment F on Query { ...G } fragment G on Query { staff { name } }',
    ],
    [
      'a fragment further down',
      '{ association { name } ...F } fragment F on Query { association { name } staff { id } }',
    ],
    ['an inline fragment', '{ ... on Query { staff { name } } }'],
    ['another operation of the same text', 'query A { association { name } } query B { staff { name } }'],
    ['a directive', '{ association { name } staff @skip(if: true) { name } }'],
  ])('hides nothing behind %s', (_way, query) => {
    expect(refusal(query, guest)).toBe('UNAUTHENTICATED')
    expect(refusal(query, staff('staff.read'))).toBeUndefined()
  })

  test('is judged anew for everybody who sends the same text', () => {
    const document = parse(list)
    expect(() => guard(document, staff('staff.read'))).not.toThrow()
    expect(() => guard(document, guest)).toThrow('Sign in first.')
    expect(() => guard(document, staff())).toThrow('You may not do this.')
  })

  test('is looked through once, however often it is sent and by whomever', () => {
    const document = parse(list)
    const looks = vi.spyOn(schema, 'getQueryType')
    guard(document, staff('staff.read'))
    const first = looks.mock.calls.length
    expect(first).toBeGreaterThan(0)
    guard(document, staff('staff.read'))
    expect(looks.mock.calls.length).toBe(first)
    looks.mockRestore()
  })

  test('that spreads what its text does not have is left to validation', () => {
    expect(refusal('{ association { name } ...Missing }', guest)).toBeUndefined()
  })
})

describe('what is null to everybody but staff', () => {
  test('asks nothing further of whoever gets null, however it is written', () => {
    for (const query of [
      '{ me { permissions staff { name email } } }',
      '{ me { ...M } } fragment M on Me { permissions staff { ...S } } fragment S on StaffMember { name }',
      '{ me { ... on Me { staff { name } } } association { name } }',
    ])
      for (const actor of [guest, person]) expect(refusal(query, actor)).toBeUndefined()
  })

  test('asks of staff what stands below it', () => {
    expect(refusal('{ me { permissions } }', staff())).toBeUndefined()
    expect(refusal('{ me { newborn } }', staff())).toBe('FORBIDDEN')
    expect(refusal('{ me { newborn } }', guest)).toBeUndefined()
  })

  test('covers nothing that stands beside it, before or after', () => {
    expect(refusal('{ me { permissions } staff { name } }', guest)).toBe('UNAUTHENTICATED')
    expect(refusal('{ me { __typename staff { name } } staff { name } }', guest)).toBe('UNAUTHENTICATED')
    expect(refusal('{ staff { name } me { permissions } }', guest)).toBe('UNAUTHENTICATED')
  })

  test('covers a fragment inside of it and not the same one outside', () => {
    const inside = '{ me { staff { ...S } } } fragment S on StaffMember { name }'
    const outside = 'query { me { staff { ...S } } staff { ...S } } fragment S on StaffMember { name }'
    expect(refusal(inside, guest)).toBeUndefined()
    expect(refusal(outside, guest)).toBe('UNAUTHENTICATED')
    const again = 'query { me { again { ...Q } } ...Q } fragment Q on Query { staff { name } }'
    expect(refusal(again, guest)).toBe('UNAUTHENTICATED')
    expect(refusal(again.replace('} ...Q }', '} }'), guest)).toBeUndefined()
  })
})

describe('masked eyes', () => {
  const grants = { scope: 'ALL', permissions: ['beneficiary.read', 'staff.read'], masked: true } as const
  const masked = { type: 'STAFF', staff: { viewer: { ...viewerOf('ALL'), grants } } } as unknown as Actor
  const blanked = '{ beneficiaries(first: 1) { nodes { contactPoints { value } } } }'

  test('ask what their permissions let them, and are refused whole for one field that has no mask', () => {
    expect(refusal('{ staff { name } }', masked)).toBeUndefined()
    expect(refusal('{ mine { name } }', masked)).toBe('FORBIDDEN')
    expect(refusal('{ staff { name } mine { name } }', masked)).toBe('FORBIDDEN')
    expect(refusal('{ mine { name } }', staff())).toBeUndefined()
    expect(refusal('{ surveyResults(period: {}) { csat } }', masked)).toBe('FORBIDDEN')
  })

  test('may ask below what is blanked, where nothing is looked up, and nowhere beside it', () => {
    expect(refusal(blanked, masked)).toBeUndefined()
    expect(refusal(blanked.replace(' } }', ' __typename } }'), masked)).toBeUndefined()
    expect(refusal(blanked.replace(/\}$/u, 'mine { name } }'), masked)).toBe('FORBIDDEN')
    expect(refusal(blanked.replace('{ ', '{ mine { name } '), masked)).toBe('FORBIDDEN')
  })

  test('find nothing more by a fragment', () => {
    const inside = blanked.replace('{ value }', '{ ...C }')
    expect(refusal(`query ${inside} fragment C on ContactPoint { value }`, masked)).toBeUndefined()
    expect(refusal('query { ...Q } fragment Q on Query { mine { name } }', masked)).toBe('FORBIDDEN')
  })
})
