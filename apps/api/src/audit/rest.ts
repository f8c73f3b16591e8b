import { setTimeout } from 'node:timers/promises'

/** How long it lasts, in the time that the page took. */
const times = 4

/** Rests after a page of the trail that was begun at this time of `performance`: while much waits, people are answered first. */
export async function restAfter(begun: number): Promise<void> {
  await setTimeout((performance.now() - begun) * times)
}
