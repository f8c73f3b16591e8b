import type { Problem } from './problem.ts'
import { cleanText, graphemeLength } from './text.ts'

/** What a person may ask of whoever holds their data (PDPL Art. 4, Implementing Regulation Art. 3-8). */
export const dataRights = ['ACCESS', 'COPY', 'CORRECTION', 'ERASURE', 'OBJECTION'] as const
/** One right. */
export type DataRight = (typeof dataRights)[number]

/** How it was asked for; what was said aloud is recorded like everything else (Implementing Regulation Art. 3). */
export const rightChannels = ['PORTAL', 'EMAIL', 'PHONE', 'VISIT', 'LETTER'] as const
/** One way of asking. */
export type RightChannel = (typeof rightChannels)[number]

/** What came of it. */
export const rightOutcomes = ['GRANTED', 'PARTLY', 'REFUSED'] as const
/** One outcome. */
export type RightOutcome = (typeof rightOutcomes)[number]

/** How many days there are to act, and how many more there may be, once, for a reason told in advance. */
export const rightDays = 30
const day = 86_400_000

/** What the clock of a request needs to know. */
export type RightClock = { dueAt: Date; extendedAt?: Date | null; answeredAt?: Date | null }

/** How a request stands; the last week is soon. */
export type RightState = 'RUNNING' | 'SOON' | 'LATE' | 'ANSWERED'

/** Until when a request must be acted on: 30 days, whatever days they are (Implementing Regulation Art. 3). */
export function rightDueAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + rightDays * day)
}

/** How a request stands now. */
export function rightState(clock: RightClock, now: Date): RightState {
  if (clock.answeredAt) return 'ANSWERED'
  const left = clock.dueAt.getTime() - now.getTime()
  if (left < 0) return 'LATE'
  return left <= 7 * day ? 'SOON' : 'RUNNING'
}

/** Whether there may be 30 days more: once, and told before the first 30 are over. */
export function mayExtend(clock: RightClock, now: Date): boolean {
  return !clock.extendedAt && !clock.answeredAt && now <= clock.dueAt
}

/** The end after the one extension. */
export function extendedDueAt(clock: RightClock): Date {
  return new Date(clock.dueAt.getTime() + rightDays * day)
}

/** The most that is written about a request, in signs. */
export const longestRightText = 2000

/** Words of a request or of its answer; where they are due, they are due in words. */
export function checkRightText(field: string, text: string | null | undefined, due: boolean): Problem[] {
  const given = cleanText(text ?? '')
  const length = given.length > longestRightText * 20 ? given.length : graphemeLength(given)
  if (due && length === 0) return [{ field, code: 'REASON_REQUIRED' }]
  return length > longestRightText
    ? [{ field, code: 'TOO_LONG', values: { max: longestRightText, length } }]
    : []
}
