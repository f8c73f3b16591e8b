import { minimumGroup } from '@sila/domain/survey'
import { describe, expect, test } from 'vitest'
import { withheld } from './suppress.ts'

describe('what is withheld of groups of ratings', () => {
  test.each([
    ['nothing where all are large', [9, 5, 30], [false, false, false]],
    ['the next smallest with the only small one', [9, 2, 30], [true, true, false]],
    ['as many as it takes to be five together', [1, 2, 9, 8], [true, true, false, true]],
    ['no more where two hide each other well', [3, 4, 9], [true, true, false]],
    ['everything where there is no other', [3], [true]],
    ['an empty group never', [0, 6], [false, false]],
  ])('%s', (_title, sizes, expected) => {
    expect(withheld(sizes)).toEqual(expected)
  })

  test('leaves in no random table a total less what is shown that is a small group', () => {
    for (let round = 0; round < 2000; round += 1) {
      const sizes = Array.from(
        { length: 1 + (round % 7) },
        (_, index) => (round * 7919 + index * 104_729 * (round + 1)) % 13,
      )
      const hidden = withheld(sizes)
      const rest = sizes.filter((_, index) => hidden[index]).reduce((sum, size) => sum + size, 0)
      const shown = sizes.filter((_, index) => !hidden[index])
      expect(shown.every((size) => size === 0 || size >= minimumGroup)).toBe(true)
      const whole = sizes.reduce((sum, size) => sum + size, 0)
      // Too small in all: then the total is withheld as well.
      if (rest > 0 && whole >= minimumGroup) expect(rest).toBeGreaterThanOrEqual(minimumGroup)
    }
  })
})
