import type { RequestStatus } from './request-acts.ts'

/** What the house does by itself to a request that nobody moves, and when. */
export type RequestDuty = { act: 'close' | 'remind' | 'expire'; at: Date }

/** After so many silent days what was fulfilled is closed (section 6 of the domain). */
export const closeAfterDays = 7

/** Silent days until the first reminder of what is missing, until the second, and until the end: two weeks. */
export const neededDays = [7, 5, 2] as const

/** The event of a reminder of what is missing. */
export const remindedEvent = 'request.infoReminded'

type Facts = {
  status: RequestStatus
  /** When it was fulfilled, or since when something is missing. */
  since: Date | null | undefined
  /** When the person was reminded of what is missing, oldest first. */
  reminders: readonly Date[]
}

/** What falls to the house next; nothing where the request waits for the association or is over. */
export function nextDuty({ status, since, reminders }: Facts): RequestDuty | undefined {
  if (!since) return undefined
  if (status === 'FULFILLED') return { act: 'close', at: daysAfter(since, closeAfterDays) }
  if (status !== 'NEEDS_INFO') return undefined
  const last = reminders.at(-1) ?? since
  const days = neededDays[Math.min(reminders.length, neededDays.length - 1)] ?? 0
  // Nothing expires of which the person was not reminded twice, however long the house itself stood still.
  return { act: reminders.length < neededDays.length - 1 ? 'remind' : 'expire', at: daysAfter(last, days) }
}

/** Until when what is missing is awaited, all reminders being given when they fall due. */
export function neededUntil(since: Date, reminders: readonly Date[]): Date {
  const left = neededDays.slice(Math.min(reminders.length, neededDays.length - 1))
  return daysAfter(
    reminders.at(-1) ?? since,
    left.reduce((sum, days) => sum + days, 0),
  )
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000)
}
