import {
  ApproveRequestDocument,
  CancelRequestDocument,
  CloseRequestDocument,
  ContactRequestDocument,
  ResumeRequestDocument,
  ReturnRequestDocument,
  ReviewRequestDocument,
  StartRequestDocument,
  WaitlistRequestDocument,
  type RequestActResultFragment,
} from '../generated/graphql.ts'

/** Acts whose only words are a text for the file. */
export const plainActs = {
  review: ReviewRequestDocument,
  resume: ResumeRequestDocument,
  return: ReturnRequestDocument,
  approve: ApproveRequestDocument,
  contact: ContactRequestDocument,
  waitlist: WaitlistRequestDocument,
  start: StartRequestDocument,
  close: CloseRequestDocument,
  cancel: CancelRequestDocument,
} as const

/** The name of an act without fields of its own. */
export type PlainAct = keyof typeof plainActs

/** Everything that the page can do, in the order of its buttons. */
export const pageActs = [
  'review',
  'resume',
  'lodge',
  'return',
  'approve',
  'contact',
  'start',
  'fulfil',
  'waitlist',
  'close',
  'askInfo',
  'reject',
  'cancel',
  'merge',
] as const

/** One of the acts of the page. */
export type PageAct = (typeof pageActs)[number]

/** Acts that decide an appeal, which whoever decided first sees and cannot press. */
export const decisions: readonly PageAct[] = ['approve', 'reject', 'cancel']

/** Where it says why an act of deciding cannot be pressed. */
export const barredId = 'request-barred'

/** Acts that are done at once; the others ask something first. */
export const instantActs: readonly PageAct[] = ['review', 'resume', 'start', 'close']

/** Whether the act has no fields of its own. */
export function isPlain(act: PageAct): act is PlainAct {
  return Object.hasOwn(plainActs, act)
}

/** The answer of an act, under whatever name it came. */
export function resultOf(data: object | null | undefined): RequestActResultFragment | undefined {
  return Object.values(data ?? {}).find(isResult)
}

function isResult(value: unknown): value is RequestActResultFragment {
  return typeof value === 'object' && value !== null && 'problems' in value
}
