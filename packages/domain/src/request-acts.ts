import type { ClockEffect } from './interaction-acts.ts'
import type { Permission } from './permission.ts'

/** Every state of a request (O3: a transaction is finished when it is FULFILLED, not when it is approved). */
export const requestStatuses = {
  SUBMITTED: { open: true },
  IN_REVIEW: { open: true },
  NEEDS_INFO: { open: true },
  AWAITING_EXTERNAL: { open: true },
  APPROVED: { open: true },
  REJECTED: { open: false },
  WAITLISTED: { open: true },
  IN_FULFILMENT: { open: true },
  FULFILLED: { open: false },
  CLOSED: { open: false },
  WITHDRAWN: { open: false },
  CANCELLED: { open: false },
  EXPIRED: { open: false },
  MERGED: { open: false },
} as const satisfies Record<string, { open: boolean }>

/** One of the states of a request. */
export type RequestStatus = keyof typeof requestStatuses

/** Whether the association still has to do something about the request. */
export function isRequestOpen(status: RequestStatus): boolean {
  return requestStatuses[status].open
}

type RequestRule = {
  from: readonly RequestStatus[]
  to: RequestStatus | 'SAME'
  permission: Permission
  alsoBy: readonly ('BENEFICIARY' | 'SYSTEM')[]
  clock: ClockEffect
  /** Only where the service needs a permit through Taysir (D4), or only where it does not. */
  permit?: 'ONLY_WITH' | 'ONLY_WITHOUT'
}

const ours = ['SUBMITTED', 'IN_REVIEW'] as const
const open = [...ours, 'NEEDS_INFO', 'AWAITING_EXTERNAL', 'APPROVED', 'WAITLISTED', 'IN_FULFILMENT'] as const

/** What a request may become, by which act; only what the association itself can hasten runs its clock. */
export const requestActs = {
  review: { from: ['SUBMITTED'], to: 'IN_REVIEW', permission: 'request.review', alsoBy: [], clock: 'NONE' },
  assign: { from: open, to: 'SAME', permission: 'request.review', alsoBy: [], clock: 'NONE' },
  askInfo: { from: ours, to: 'NEEDS_INFO', permission: 'request.review', alsoBy: [], clock: 'PAUSE' },
  supplyInfo: {
    from: ['NEEDS_INFO'],
    to: 'IN_REVIEW',
    permission: 'request.review',
    alsoBy: ['BENEFICIARY'],
    clock: 'RESUME',
  },
  resume: {
    from: ['NEEDS_INFO'],
    to: 'IN_REVIEW',
    permission: 'request.review',
    alsoBy: [],
    clock: 'RESUME',
  },
  /** The house asks once more for what is missing. */
  remind: {
    from: ['NEEDS_INFO'],
    to: 'SAME',
    permission: 'request.review',
    alsoBy: ['SYSTEM'],
    clock: 'NONE',
  },
  lodge: {
    from: ['IN_REVIEW'],
    to: 'AWAITING_EXTERNAL',
    permission: 'request.review',
    alsoBy: [],
    clock: 'PAUSE',
    permit: 'ONLY_WITH',
  },
  return: {
    from: ['AWAITING_EXTERNAL'],
    to: 'IN_REVIEW',
    permission: 'request.review',
    alsoBy: [],
    clock: 'RESUME',
  },
  approve: {
    from: ['IN_REVIEW', 'AWAITING_EXTERNAL'],
    to: 'APPROVED',
    permission: 'request.decide',
    alsoBy: [],
    clock: 'RESUME',
  },
  reject: {
    from: ['IN_REVIEW', 'AWAITING_EXTERNAL'],
    to: 'REJECTED',
    permission: 'request.decide',
    alsoBy: [],
    clock: 'STOP',
  },
  /** The contact that a decision of an outside body creates as an obligation (D4). */
  contact: {
    from: ['APPROVED', 'REJECTED', 'WAITLISTED', 'IN_FULFILMENT', 'FULFILLED'],
    to: 'SAME',
    permission: 'request.review',
    alsoBy: [],
    clock: 'NONE',
    permit: 'ONLY_WITH',
  },
  waitlist: {
    from: ['APPROVED'],
    to: 'WAITLISTED',
    permission: 'request.fulfil',
    alsoBy: [],
    clock: 'PAUSE',
  },
  start: {
    from: ['APPROVED', 'WAITLISTED'],
    to: 'IN_FULFILMENT',
    permission: 'request.fulfil',
    alsoBy: [],
    clock: 'RESUME',
  },
  fulfil: {
    from: ['APPROVED', 'IN_FULFILMENT'],
    to: 'FULFILLED',
    permission: 'request.fulfil',
    alsoBy: [],
    clock: 'STOP',
  },
  close: {
    from: ['FULFILLED'],
    to: 'CLOSED',
    permission: 'request.fulfil',
    alsoBy: ['BENEFICIARY', 'SYSTEM'],
    clock: 'NONE',
  },
  cancel: { from: open, to: 'CANCELLED', permission: 'request.decide', alsoBy: [], clock: 'STOP' },
  withdraw: {
    from: open,
    to: 'WITHDRAWN',
    permission: 'request.review',
    alsoBy: ['BENEFICIARY'],
    clock: 'STOP',
  },
  appeal: {
    from: ['REJECTED'],
    to: 'IN_REVIEW',
    permission: 'request.review',
    alsoBy: ['BENEFICIARY'],
    clock: 'RESTART',
  },
  reopen: {
    from: ['CLOSED', 'FULFILLED', 'EXPIRED', 'CANCELLED', 'WITHDRAWN'],
    to: 'IN_REVIEW',
    permission: 'request.review',
    alsoBy: ['BENEFICIARY'],
    clock: 'RESTART',
  },
  expire: {
    from: ['NEEDS_INFO'],
    to: 'EXPIRED',
    permission: 'request.review',
    alsoBy: ['SYSTEM'],
    clock: 'STOP',
  },
  merge: { from: open, to: 'MERGED', permission: 'request.decide', alsoBy: [], clock: 'STOP' },
} as const satisfies Record<string, RequestRule>

/** The name of something that can be done to a request. */
export type RequestAct = keyof typeof requestActs

/** What the act leads to, or undefined where it is not allowed. */
export function nextRequestStatus(status: RequestStatus, act: RequestAct): RequestStatus | undefined {
  const rule: RequestRule = requestActs[act]
  if (!rule.from.includes(status)) return undefined
  return rule.to === 'SAME' ? status : rule.to
}

/** The acts that the table allows now for this service; who may do them is asked of `can`. */
export function requestActsFor(status: RequestStatus, facts: { requiresPermit: boolean }): RequestAct[] {
  return requestActNames.filter((act) => {
    const rule: RequestRule = requestActs[act]
    if (rule.permit === 'ONLY_WITH' && !facts.requiresPermit) return false
    if (rule.permit === 'ONLY_WITHOUT' && facts.requiresPermit) return false
    // A permit is the Ministry's to give: we cannot approve before it has been lodged and decided (D4).
    if (act === 'approve' && facts.requiresPermit && status === 'IN_REVIEW') return false
    return rule.from.includes(status)
  })
}

/** Whether the text names an act. */
export function isRequestAct(name: string): name is RequestAct {
  return Object.hasOwn(requestActs, name)
}

/** All acts, in the order of the table. */
export const requestActNames: readonly RequestAct[] = Object.keys(requestActs).filter(isRequestAct)

/** Why a request can be refused; the person reads the label and the officer's own words. */
export const rejectionReasons = [
  'NOT_ELIGIBLE',
  'OUTSIDE_AREA',
  'NO_CAPACITY',
  'NOT_OUR_SERVICE',
  'PERMIT_REFUSED',
  'MISSING_INFORMATION',
  'DUPLICATE',
  'OTHER',
] as const

/** The code of a reason for refusing. */
export type RejectionReason = (typeof rejectionReasons)[number]

/** Whether the text is the code of a reason for refusing. */
export function isRejectionReason(code: string): code is RejectionReason {
  return rejectionReasons.some((reason) => reason === code)
}
