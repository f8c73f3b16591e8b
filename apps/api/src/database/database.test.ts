import { expect, test } from 'vitest'
import { composed, sizeOf } from './database.ts'

test('a composed statement is named once it is asked again, and no crowd of shapes is kept', () => {
  expect(composed('select 1', [])).toEqual({ text: 'select 1', values: [] })
  const { name } = composed('select 1', [])
  expect(name).toMatch(/^composed-/u)
  const shapes = Array.from({ length: 1000 }, (_, index) => `select ${index} + 1`)
  // Asked a single time each, they leave room for what everyday work repeats.
  for (const text of shapes) expect(composed(text, []).name).toBeUndefined()
  const named = shapes.filter((text) => (composed(text, []), composed(text, []).name))
  expect(named.length).toBeGreaterThan(100)
  expect(named.length).toBeLessThan(500)
  expect(composed('select 1', [7])).toEqual({ name, text: 'select 1', values: [7] })
})

test('a page is planned once where no value of a filter decides how its rows are found', () => {
  const param = () => '$1'
  expect(sizeOf(51, {}, param)).toBe('51')
  expect(sizeOf(51, { status: undefined, search: '' }, param)).toBe('51')
  expect(sizeOf(51, { status: ['NEW'] }, param)).toBe('$1')
})
