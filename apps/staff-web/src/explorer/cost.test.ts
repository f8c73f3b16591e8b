import { expect, test } from 'vitest'
import { costIn } from './cost.ts'

test('the cost of an answer is read, with what is left where it is told', () => {
  expect(costIn({ data: {}, extensions: { cost: { cost: 12, limit: 20_000 } } })).toEqual({
    ...{ cost: 12, limit: 20_000 },
  })
  const budget = { hour: { left: 88 } }
  expect(costIn({ extensions: { cost: { cost: 12, limit: 100, budget } } })?.left).toBe(88)
})

test('a refusal by cost tells it too; anything else tells nothing', () => {
  const extensions = { code: 'TOO_COSTLY', cost: { cost: 30_000, limit: 20_000 } }
  expect(costIn({ errors: [{ message: 'no', extensions }] })).toEqual({ cost: 30_000, limit: 20_000 })
  for (const nothing of [null, 'text', {}, { errors: [] }, { extensions: { cost: 1 } }])
    expect(costIn(nothing)).toBeUndefined()
})
