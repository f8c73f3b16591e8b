import type { InteractionKind, InteractionStatus } from './interaction-status.ts'
import type { RequestStatus } from './request-acts.ts'

/** The steps that a person sees on the tracking page; fewer and plainer than the states that staff see. */
export type StepKey =
  | 'RECEIVED'
  | 'WITH_TEAM'
  | 'ANSWERED'
  | 'CLOSED'
  | 'UNDER_STUDY'
  | 'DECIDED'
  | 'SHARED'
  | 'CALLBACK_DUE'
  | 'CALLED_BACK'
  | 'IN_REVIEW'
  | 'AWAITING_EXTERNAL'
  | 'IN_FULFILMENT'
  | 'FULFILLED'

/** A step and the states during which it is the current one. */
export type Step<Status> = { key: StepKey; statuses: readonly Status[] }

const withTeam = ['ASSIGNED', 'WAITING', 'REOPENED', 'ESCALATED', 'APPEALED'] as const
const received = { key: 'RECEIVED', statuses: ['RECEIVED', 'ACKNOWLEDGED'] } as const
const closed = { key: 'CLOSED', statuses: ['CLOSED', 'MERGED', 'SPAM'] } as const
const question = [
  received,
  { key: 'WITH_TEAM', statuses: withTeam },
  { key: 'ANSWERED', statuses: ['ANSWERED'] },
  closed,
] as const

const interactionSteps: Record<InteractionKind, readonly Step<InteractionStatus>[]> = {
  INQUIRY: question,
  COMPLAINT: question,
  OBSERVATION: question,
  SUGGESTION: [
    received,
    { key: 'UNDER_STUDY', statuses: [...withTeam, 'UNDER_STUDY'] },
    { key: 'DECIDED', statuses: ['ACCEPTED', 'PARKED', 'DECLINED', 'IMPLEMENTED'] },
    closed,
  ],
  COMPLIMENT: [received, { key: 'SHARED', statuses: [...withTeam, 'ANSWERED', 'SHARED'] }, closed],
  MISSED_CALL: [
    { key: 'CALLBACK_DUE', statuses: ['CALLBACK_DUE'] },
    { key: 'CALLED_BACK', statuses: ['RETURNED', 'GAVE_UP'] },
    closed,
  ],
}

/** The steps of a matter on its tracking page, in order. */
export function trackedSteps(kind: InteractionKind): readonly Step<InteractionStatus>[] {
  return interactionSteps[kind]
}

/** The step at which a matter is. */
export function currentStep(kind: InteractionKind, status: InteractionStatus): StepKey | undefined {
  return interactionSteps[kind].find((step) => step.statuses.includes(status))?.key
}

const lodged: Step<RequestStatus> = { key: 'AWAITING_EXTERNAL', statuses: ['AWAITING_EXTERNAL'] }
const beforeDecision: readonly Step<RequestStatus>[] = [
  { key: 'RECEIVED', statuses: ['SUBMITTED'] },
  { key: 'IN_REVIEW', statuses: ['IN_REVIEW', 'NEEDS_INFO'] },
]
const afterDecision: readonly Step<RequestStatus>[] = [
  { key: 'DECIDED', statuses: ['APPROVED', 'REJECTED', 'WAITLISTED'] },
  { key: 'IN_FULFILMENT', statuses: ['IN_FULFILMENT'] },
  { key: 'FULFILLED', statuses: ['FULFILLED'] },
  { key: 'CLOSED', statuses: ['CLOSED', 'WITHDRAWN', 'CANCELLED', 'EXPIRED', 'MERGED'] },
]

/** The steps of a request on its tracking page; one more where a permit is needed (D4). */
export function requestSteps(facts: { requiresPermit: boolean }): readonly Step<RequestStatus>[] {
  return facts.requiresPermit
    ? [...beforeDecision, lodged, ...afterDecision]
    : [...beforeDecision, ...afterDecision]
}

/** The step at which a request is. */
export function currentRequestStep(
  status: RequestStatus,
  facts: { requiresPermit: boolean },
): StepKey | undefined {
  return requestSteps(facts).find((step) => step.statuses.includes(status))?.key
}
