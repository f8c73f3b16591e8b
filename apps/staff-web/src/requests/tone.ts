import type { RequestStatus } from '../generated/graphql.ts'

/** The colour of each state: only what asks for somebody's attention has one. */
export const requestTone = {
  SUBMITTED: 'info',
  IN_REVIEW: 'neutral',
  NEEDS_INFO: 'warn',
  AWAITING_EXTERNAL: 'warn',
  APPROVED: 'ok',
  REJECTED: 'danger',
  WAITLISTED: 'neutral',
  IN_FULFILMENT: 'info',
  FULFILLED: 'ok',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
  MERGED: 'neutral',
} as const satisfies Record<RequestStatus, string>
