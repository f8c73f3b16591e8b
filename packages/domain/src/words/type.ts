import type { BeneficiaryKind, ContactType, Segment } from '../beneficiary.ts'
import type { ChannelCode, ChannelState } from '../channel.ts'
import type { ConsentPurpose } from '../consent.ts'
import type { InteractionKind, InteractionStatus } from '../interaction-status.ts'
import type { Paper } from '../paper.ts'
import type { Role } from '../permission.ts'
import type { RejectionReason, RequestStatus } from '../request-acts.ts'
import type { StepKey } from '../steps.ts'
import type { ProblemCode } from './problem-codes.ts'

/** Every word of the domain that a person reads, in one language; the compiler names what a catalogue lacks. */
export type Words = {
  channel: Record<ChannelCode, string>
  channelState: Record<ChannelState, string>
  interactionKind: Record<InteractionKind, string>
  interactionStatus: Record<InteractionStatus, string>
  requestStatus: Record<RequestStatus, string>
  step: Record<StepKey, string>
  rejectionReason: Record<RejectionReason, string>
  beneficiaryKind: Record<BeneficiaryKind, string>
  segment: Record<Segment, string>
  contactType: Record<ContactType, string>
  consentPurpose: Record<ConsentPurpose, string>
  role: Record<Role, string>
  paper: Record<Paper, string>
  problem: Record<ProblemCode, string>
}
