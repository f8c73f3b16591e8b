/** Why a person came: six kinds of matter (sections O4, D1, D3 of the policy; a missed call is owed a call back). */
export const interactionKinds = [
  'INQUIRY',
  'SUGGESTION',
  'COMPLAINT',
  'OBSERVATION',
  'COMPLIMENT',
  'MISSED_CALL',
] as const

/** One of the six kinds of matter. */
export type InteractionKind = (typeof interactionKinds)[number]

/** Kinds that a person may send from the portal; a missed call is only ever recorded. */
export const submittableKinds = [
  'INQUIRY',
  'SUGGESTION',
  'COMPLAINT',
  'OBSERVATION',
  'COMPLIMENT',
] as const satisfies readonly InteractionKind[]

/** Every state of an interaction; `open` means that it has not come to its end yet. */
export const interactionStatuses = {
  RECEIVED: { open: true },
  ACKNOWLEDGED: { open: true },
  ASSIGNED: { open: true },
  WAITING: { open: true },
  ANSWERED: { open: true },
  CLOSED: { open: false },
  REOPENED: { open: true },
  ESCALATED: { open: true },
  APPEALED: { open: true },
  MERGED: { open: false },
  SPAM: { open: false },
  UNDER_STUDY: { open: true },
  ACCEPTED: { open: true },
  PARKED: { open: false },
  DECLINED: { open: false },
  IMPLEMENTED: { open: false },
  SHARED: { open: true },
  CALLBACK_DUE: { open: true },
  RETURNED: { open: false },
  GAVE_UP: { open: false },
} as const satisfies Record<string, { open: boolean }>

/** One of the states of an interaction. */
export type InteractionStatus = keyof typeof interactionStatuses

/** Whether the interaction has not come to its end yet. */
export function isOpen(status: InteractionStatus): boolean {
  return interactionStatuses[status].open
}

/** Whether the association still owes the person an answer, a decision or a call; its clock runs or is paused. */
export function isOwed(status: InteractionStatus): boolean {
  return isOpen(status) && status !== 'ANSWERED' && status !== 'ACCEPTED' && status !== 'SHARED'
}

/** What a matter starts as: a receipt handed out at once is the acknowledgement (section 2: receipt instantly). */
export function initialStatus(kind: InteractionKind, facts: { receiptGiven: boolean }): InteractionStatus {
  if (kind === 'MISSED_CALL') return 'CALLBACK_DUE'
  return facts.receiptGiven ? 'ACKNOWLEDGED' : 'RECEIVED'
}

/** How long after its end a matter can be opened again. */
export const reopenDays = 30

/** The last instant at which the beneficiary may reopen what was closed. */
export function reopenUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + reopenDays * 86_400_000)
}

/** Whether the time to reopen has not passed. */
export function canReopen(closedAt: Date, now: Date): boolean {
  return now.getTime() <= reopenUntil(closedAt).getTime()
}

/** How often a missed call is returned before it may be given up. */
export const callTries = 3

/** The highest step of an escalation: officer, then head of department (1), director (2), board (3). */
export const escalationLevels = 3
