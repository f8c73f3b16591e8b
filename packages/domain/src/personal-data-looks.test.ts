import { describe, expect, test } from 'vitest'
import { isUnusualLooking, medianOf, quarterOf } from './personal-data-looks.ts'

describe('looks at people', () => {
  test('within one quarter of an hour are one, and the next quarter begins a new one', () => {
    const at = (time: string) =>
      quarterOf(new Date(`2026-11-22T${time}Z`))
        .toISOString()
        .slice(11, 16)
    expect(['10:00:00', '10:14:59.999', '10:15:00'].map(at)).toEqual(['10:00', '10:00', '10:15'])
  })

  test('are weighed against the middle, which one curious colleague does not move', () => {
    expect([[], [7], [3, 9], [5, 400, 6]].map(medianOf)).toEqual([0, 7, 6, 6])
  })

  test('are unusual where they are many and far more than those of colleagues', () => {
    expect(isUnusualLooking(400, 6)).toBe(true)
    expect(isUnusualLooking(19, 2)).toBe(false)
    expect(isUnusualLooking(60, 20)).toBe(false)
    expect(isUnusualLooking(61, 20)).toBe(true)
    expect(isUnusualLooking(299, 50, 'listed')).toBe(false)
    expect(isUnusualLooking(300, 50, 'listed')).toBe(true)
    expect(isUnusualLooking(300, 100, 'listed')).toBe(false)
  })
})
