import { minimumGroup } from '@sila/domain/survey'

/**
 * Which groups of ratings are withheld (M3): those too small to show, and then the next smallest, until what is
 * withheld is a group large enough itself; else the total less the groups shown would tell the hidden one.
 * @returns for each group whether it is withheld
 */
export function withheld(sizes: readonly number[]): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < minimumGroup)
  if (!hidden.includes(true)) return hidden
  const bySize = sizes
    .map((size, index) => ({ size, index }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => a.size - b.size)
  for (const { index } of bySize) {
    const count = hidden.filter(Boolean).length
    const together = sizes.reduce((sum, size, at) => sum + (hidden[at] ? size : 0), 0)
    if (count >= 2 && together >= minimumGroup) break
    hidden[index] = true
  }
  return hidden
}
