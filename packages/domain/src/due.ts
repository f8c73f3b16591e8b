import { addWorkingDays, addWorkingMinutes, workingMinutesBetween } from './calendar.ts'
import type { Calendar } from './calendar.ts'
import type { ClockEffect } from './interaction-acts.ts'
import type { InteractionKind } from './interaction-status.ts'

/** The clock of a promise: when the next thing is owed, and whether it runs. */
export type Clock = { startedAt: Date; dueAt: Date; pausedAt?: Date | null; metAt?: Date | null }

/** How a promise stands. */
export type DueState = 'running' | 'soon' | 'late' | 'paused' | 'met'

/** How long something may take: working days to the close of business, or working hours to the minute. */
export type Target = { workingDays: number } | { workingHours: number }

/** Defaults for each kind (domain.md, section 2); every association sets its own. */
export const promiseTargets = {
  INQUIRY: { acknowledge: { workingDays: 1 }, firstAnswer: { workingDays: 2 }, close: { workingDays: 5 } },
  COMPLAINT: { acknowledge: { workingDays: 1 }, firstAnswer: { workingDays: 3 }, close: { workingDays: 5 } },
  OBSERVATION: {
    acknowledge: { workingDays: 1 },
    firstAnswer: { workingDays: 3 },
    close: { workingDays: 5 },
  },
  SUGGESTION: {
    acknowledge: { workingDays: 1 },
    firstAnswer: { workingDays: 10 },
    close: { workingDays: 10 },
  },
  COMPLIMENT: { acknowledge: { workingDays: 1 }, firstAnswer: { workingDays: 5 }, close: { workingDays: 5 } },
  MISSED_CALL: {
    acknowledge: { workingDays: 0 },
    firstAnswer: { workingDays: 0 },
    close: { workingDays: 0 },
  },
} as const satisfies Record<InteractionKind, Record<'acknowledge' | 'firstAnswer' | 'close', Target>>

/** The beneficiary is contacted within one working day of an outside decision (D4). */
export const contactTarget: Target = { workingDays: 1 }

/** From this share of its time on, a promise is due soon. */
export const soonShare = 0.8

/** When something is due that may take so long. */
export function dueAt(calendar: Calendar, from: Date, target: Target): Date {
  return 'workingDays' in target
    ? addWorkingDays(calendar, from, target.workingDays)
    : addWorkingMinutes(calendar, from, target.workingHours * 60)
}

/** The date that the receipt promises for the first answer. */
export function promisedAt(calendar: Calendar, kind: InteractionKind, receivedAt: Date): Date {
  return dueAt(calendar, receivedAt, promiseTargets[kind].firstAnswer)
}

/** A clock that begins to run. */
export function startClock(calendar: Calendar, from: Date, target: Target): Clock {
  return { startedAt: from, dueAt: dueAt(calendar, from, target) }
}

/** Stops counting while somebody else's time passes: the beneficiary's or an outside body's. */
export function pauseClock(clock: Clock, now: Date): Clock {
  return clock.pausedAt || clock.metAt ? clock : { ...clock, pausedAt: now }
}

/** Counts on: the working time that was left at the pause is left again; what was late stays late. */
export function resumeClock(calendar: Calendar, clock: Clock, now: Date): Clock {
  if (!clock.pausedAt) return clock
  const resumed = { ...clock, pausedAt: null }
  if (clock.dueAt <= clock.pausedAt) return resumed
  const left = workingMinutesBetween(calendar, clock.pausedAt, clock.dueAt)
  return { ...resumed, dueAt: addWorkingMinutes(calendar, now, left) }
}

/** The promise is kept, or broken, at this instant; what was met first stays met. */
export function meetClock(clock: Clock, now: Date): Clock {
  if (clock.metAt) return clock
  // A promise that waits for somebody else is met in time, however long they take.
  const inTime = clock.pausedAt && clock.pausedAt <= clock.dueAt
  return { ...clock, pausedAt: null, metAt: inTime && clock.pausedAt ? clock.pausedAt : now }
}

/** What an act does to the clock, in one place. */
export function turnClock(
  calendar: Calendar,
  clock: Clock,
  effect: ClockEffect,
  now: Date,
  target: Target,
): Clock {
  switch (effect) {
    case 'NONE':
      return clock
    case 'PAUSE':
      return pauseClock(clock, now)
    case 'RESUME':
      return resumeClock(calendar, clock, now)
    case 'STOP':
      return meetClock(clock, now)
    case 'RESTART':
      return startClock(calendar, now, target)
  }
}

/** How the promise stands; with the calendar `soon` is counted in working time, without it in real time. */
export function dueState(clock: Clock, now: Date, calendar?: Calendar): DueState {
  if (clock.metAt) return 'met'
  if (clock.pausedAt) return 'paused'
  if (now > clock.dueAt) return 'late'
  const span = (from: Date, to: Date) =>
    calendar ? workingMinutesBetween(calendar, from, to) : (to.getTime() - from.getTime()) / 60_000
  return span(clock.startedAt, now) >= soonShare * span(clock.startedAt, clock.dueAt) ? 'soon' : 'running'
}

/** Whether the promise was kept in time; undefined while it is open. */
export function wasInTime(clock: Clock): boolean | undefined {
  return clock.metAt ? clock.metAt <= clock.dueAt : undefined
}
