/** What of a person a member of staff can have looked at; LIST is more of them than a name, in a list of many. */
export const lookedAt = ['PERSON', 'LIST', 'INTERACTION', 'REQUEST', 'FILE', 'EXPORT'] as const
/** One thing that was looked at. */
export type LookedAt = (typeof lookedAt)[number]

const quarter = 15 * 60_000

/** The quarter of an hour that a moment lies in: looks at the same thing within it are one. */
export function quarterOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / quarter) * quarter)
}

/** How many people colleagues look at, in the middle; 0 where nobody looked. */
export function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

/** Under so many people nobody is called unusual: one busy afternoon is that much, of pages and of lists. */
const few = { opened: 20, listed: 300 } as const

/** Whether somebody looked at so many more people than colleagues did that it is worth a question. */
export function isUnusualLooking(people: number, median: number, how: keyof typeof few = 'opened'): boolean {
  return people >= few[how] && people > 3 * median
}
