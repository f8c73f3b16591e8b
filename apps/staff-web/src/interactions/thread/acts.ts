import type { InteractionAct } from '@sila/domain/interaction'
import {
  CloseThreadDocument,
  EscalateThreadDocument,
  GiveUpCallDocument,
  MarkThreadSpamDocument,
  ReopenThreadDocument,
  ResumeThreadDocument,
  ReturnCallDocument,
  ShareThreadDocument,
  StudyThreadDocument,
  TakeThreadDocument,
  WaitThreadDocument,
  type ActResultFragment,
  type SuggestionDecision,
} from '../../generated/graphql.ts'

/** Acts whose only word is a reason; `take` is assigning to oneself. */
export const plainActs = {
  take: TakeThreadDocument,
  wait: WaitThreadDocument,
  resume: ResumeThreadDocument,
  close: CloseThreadDocument,
  reopen: ReopenThreadDocument,
  escalate: EscalateThreadDocument,
  markSpam: MarkThreadSpamDocument,
  study: StudyThreadDocument,
  share: ShareThreadDocument,
  returnCall: ReturnCallDocument,
  giveUpCall: GiveUpCallDocument,
} as const

/** The name of an act without a form of its own. */
export type PlainAct = keyof typeof plainActs

/** What each decision on a suggestion is on the wire (D3). */
export const decisions = {
  accept: 'ACCEPTED',
  park: 'PARKED',
  decline: 'DECLINED',
  implement: 'IMPLEMENTED',
} as const satisfies Partial<Record<InteractionAct, SuggestionDecision>>

/** The name of a decision. */
export type DecisionAct = keyof typeof decisions

/** Whether an act asks for words, and whether they must be there. */
export const reasonRule = {
  wait: 'optional',
  escalate: 'required',
  returnCall: 'optional',
  giveUpCall: 'required',
  accept: 'required',
  park: 'required',
  decline: 'required',
  implement: 'required',
} as const satisfies Partial<Record<PlainAct | DecisionAct, 'optional' | 'required'>>

/** An act that asks for words first. */
export type ReasonAct = keyof typeof reasonRule

/** The act that undoes another. */
export const undoOf = { close: 'reopen', wait: 'resume', markSpam: 'reopen' } as const satisfies Partial<
  Record<PlainAct, PlainAct>
>

/** The order in which the one green button looks for what is next. */
export const nextSteps = [
  'returnCall',
  'study',
  'accept',
  'implement',
  'share',
  'resume',
  'close',
  'reopen',
] as const

/** What the menu holds, when it may be done. */
export const menuActs = [
  'resume',
  'study',
  'accept',
  'park',
  'decline',
  'implement',
  'share',
  'returnCall',
  'giveUpCall',
  'escalate',
  'close',
  'reopen',
  'markSpam',
] as const satisfies readonly (PlainAct | DecisionAct)[]

/** The answer of an act, under whatever name it came. */
export function resultOf(data: object | null | undefined): ActResultFragment | undefined {
  return Object.values(data ?? {}).find(isResult)
}

/** Whether the act asks for words first. */
export function asksReason(act: string): act is ReasonAct {
  return Object.hasOwn(reasonRule, act)
}

/** Whether the act decides a suggestion. */
export function isDecision(act: string): act is DecisionAct {
  return Object.hasOwn(decisions, act)
}

/** Whether the act has an act that undoes it. */
export function isUndoable(act: string): act is keyof typeof undoOf {
  return Object.hasOwn(undoOf, act)
}

function isResult(value: unknown): value is ActResultFragment {
  return typeof value === 'object' && value !== null && 'problems' in value
}
