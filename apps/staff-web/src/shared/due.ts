import { dueState, type DueState } from '@sila/domain/due'
import { formatDuration } from '@sila/ui/format'
import type { DueClockFragment } from '../generated/graphql.ts'
import type { Translate } from '../i18n/useT.ts'

/** How a promise stands now. */
export function stateOf(due: DueClockFragment, now: number): DueState {
  return dueState(
    {
      startedAt: new Date(due.startedAt),
      dueAt: new Date(due.at),
      pausedAt: due.pausedAt === null ? null : new Date(due.pausedAt),
      metAt: due.metAt === null ? (due.met ? new Date(due.at) : null) : new Date(due.metAt),
    },
    new Date(now),
  )
}

/** The promise in few words: "due in 42 min", "late by 11 min", "waiting for the beneficiary". */
export function dueText(due: DueClockFragment, now: number, t: Translate, language: string): string {
  const state = stateOf(due, now)
  if (state === 'paused') return t('due.paused')
  if (state === 'met') return t('due.met')
  const seconds = (Date.parse(due.at) - now) / 1000
  // Days alone are exact enough for a glance; under a day, hours and minutes count.
  const units = Math.abs(seconds) >= 86_400 ? 1 : Math.abs(seconds) >= 36_000 ? 1 : 2
  const span = formatDuration(Math.max(60, Math.floor(Math.abs(seconds) / 60) * 60), language, { units })
  return state === 'late' ? t('due.late', { span }) : t('due.in', { span })
}

/** How much of the promised time has gone, between 0 and 1. */
export function dueShare(due: DueClockFragment, now: number): number {
  const end = due.pausedAt === null ? now : Date.parse(due.pausedAt)
  const span = Date.parse(due.at) - Date.parse(due.startedAt)
  if (span <= 0) return 1
  return Math.min(1, Math.max(0, (end - Date.parse(due.startedAt)) / span))
}

/** The colour that says how a promise stands. */
export const dueTone = {
  running: 'neutral',
  soon: 'warn',
  late: 'danger',
  paused: 'info',
  met: 'ok',
} as const satisfies Record<DueState, string>
