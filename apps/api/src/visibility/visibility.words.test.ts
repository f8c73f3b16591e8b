import { rulesToAST } from '@casl/ability/extra'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Context } from '../context.ts'
import { viewerOf } from '../testing/matters.ts'
import { visibleWhere } from './visibility.ts'

// The rules of today never say some of this. Those of tomorrow might, and then SQL must say the same or nothing at all.
vi.mock('@casl/ability/extra', () => ({ rulesToAST: vi.fn() }))

const rules = vi.mocked(rulesToAST)
const staff = { viewer: viewerOf('ALL') }
const ctx = { actor: { type: 'STAFF', staff }, house: { guarded: true } } as unknown as Context

type Said = { operator: string; field?: string; value: unknown }
const is = (field: string, value: unknown): Said => ({ operator: 'eq', field, value })

/** The SQL of what the rules are made to say, with the values that it takes along. */
function sqlOf(said: Said | null) {
  rules.mockReturnValue(said as never)
  const values: unknown[] = []
  const where = visibleWhere(ctx, 'interaction.read', 'm', (value) => `$${values.push(value)}`)
  return { where, values }
}

beforeEach(() => void rules.mockReset())

describe('what the rules say becomes SQL', () => {
  test('nothing at all: nobody sees anything', () => {
    expect(sqlOf(null).where).toEqual(['false'])
  })

  test('all of no conditions is no condition; any of none is never met', () => {
    expect(sqlOf({ operator: 'and', value: [] }).where).toEqual([])
    expect(sqlOf({ operator: 'and', value: undefined }).where).toEqual([])
    expect(sqlOf({ operator: 'or', value: [] }).where).toEqual(['false'])
    expect(sqlOf({ operator: 'not', value: undefined }).where).toEqual(['false'])
  })

  test('all, any and not of conditions', () => {
    const both = [is('teamId', 'a'), is('assigneeId', 'b')]
    const compared = ['(m.team_id is not distinct from $1)', '(m.assignee_id is not distinct from $2)']
    expect(sqlOf({ operator: 'and', value: both })).toEqual({
      ...{ where: [`(${compared.join(' and ')})`], values: ['a', 'b'] },
    })
    expect(sqlOf({ operator: 'or', value: both }).where).toEqual([`(${compared.join(' or ')})`])
    expect(sqlOf({ operator: 'not', value: [is('teamId', 'a')] }).where).toEqual([`not ${compared[0]}`])
  })

  test('being none, and being something, in words for which there is an index', () => {
    expect(sqlOf(is('teamId', null))).toEqual({ where: ['m.team_id is null'], values: [] })
    expect(sqlOf({ ...is('sensitivity', null), operator: 'ne' })).toEqual({
      ...{ where: ['m.sensitivity is not null'], values: [] },
    })
  })

  test('being another, one of several, and not in the circle', () => {
    expect(sqlOf({ ...is('assigneeId', 'a'), operator: 'ne' }).where).toEqual([
      '(m.assignee_id is distinct from $1)',
    ])
    expect(sqlOf({ ...is('teamId', ['a']), operator: 'in' })).toEqual({
      ...{ where: ['(m.team_id is not null and m.team_id = any($1::uuid[]))'], values: [['a']] },
    })
    expect(sqlOf({ ...is('circle', 'a'), operator: 'ne' }).where).toEqual(['not ($1::uuid = any(m.circle))'])
  })
})

describe('what SQL has no words for fails aloud, and shows nothing', () => {
  test('a fact that has no column', () => {
    expect(() => sqlOf(is('colour', 'green'))).toThrow('speak of colour, which has no column')
    expect(() => sqlOf(is('circle', 'a'))).toThrow('speak of circle, which has no column')
    expect(() => sqlOf({ operator: 'eq', value: 1 })).toThrow('speak of , which has no column')
  })

  test('a comparison that has no SQL', () => {
    expect(() => sqlOf({ ...is('teamId', 'a'), operator: 'gt' })).toThrow(
      'compare by gt, which has no SQL here',
    )
    expect(() => sqlOf({ ...is('teamId', null), operator: 'gt' })).toThrow(
      'compare by gt, which has no SQL here',
    )
  })
})
