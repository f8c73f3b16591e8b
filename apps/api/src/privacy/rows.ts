import type { DataRight, RightChannel, RightOutcome } from '@sila/domain/data-right'
import type { ExportedWhat, PersonalClass } from '@sila/domain/personal-data'
import type { LookedAt } from '@sila/domain/personal-data-looks'

/** A look of a member of staff at a person. */
export type LookRow = {
  id: string
  staffId: string
  beneficiaryId: string | null
  what: LookedAt
  quarter: Date
  at: Date
}

/** What somebody took out of the house as a file. */
export type DataExportRow = {
  id: string
  /** Empty where whoever runs the server took it. */
  staffId: string | null
  what: ExportedWhat
  filter: Record<string, unknown>
  rows: number
  at: Date
  /** Whose copy it was, where it was that of a person. */
  beneficiaryId: string | null
}

/** A hold that stops erasure. */
export type HoldRow = {
  id: string
  beneficiaryId: string
  reason: string
  placedAt: Date
  placedBy: string
  liftedAt: Date | null
  liftedBy: string | null
}

/** What somebody asked about their own data. */
export type DataRightRow = {
  id: string
  right: DataRight
  beneficiaryId: string | null
  channel: RightChannel
  text: string
  receivedAt: Date
  recordedBy: string | null
  dueAt: Date
  extendedAt: Date | null
  extensionReason: string | null
  answeredAt: Date | null
  answeredBy: string | null
  outcome: RightOutcome | null
  answer: string | null
}

/** A breach of personal data. */
export type IncidentRow = {
  id: string
  discoveredAt: Date
  what: string
  classes: PersonalClass[]
  people: number
  measures: string
  recordedBy: string
  noticeDueAt: Date
  notifiedAt: Date | null
  peopleToldAt: Date | null
}

/** A file that came with words, as far as its row goes. */
export type FileRow = {
  id: string
  name: string
  size: number
  type: string | null
  at: Date
  wrapped: Buffer | null
}

/** A message that leaves the house. */
export type OutboxRow = { id: string; address: string; channel: string; at: Date; sentAt: Date | null }
/** A code by which an address is proven. */
export type OneTimeCodeRow = { id: string; address: string; beneficiaryId: string | null; at: Date }
/** The session of whoever proved who they are. */
export type BeneficiarySessionRow = { id: string; tokenHash: Buffer; beneficiaryId: string; at: Date }
/** The key of a person, wrapped. */
export type PersonKeyRow = { beneficiaryId: string; wrapped: Buffer; master: string }
/** The key of a matter of which nobody is known, wrapped. */
export type MatterKeyRow = { matterId: string; wrapped: Buffer; master: string }
/** That somebody opened a matter in an emergency. */
export type BreakGlassRow = {
  id: string
  staffId: string
  matterType: 'INTERACTION' | 'REQUEST'
  matterId: string
  reference: string
  beneficiaryId: string | null
  sealedReason: Buffer | null
  sealedFor: string | null
  at: Date
  until: Date
}
/** By what a person is found whose identity number is given. */
export type IdentityMarkRow = { beneficiaryId: string; mark: Buffer }
/** An act that was done under a key. */
export type IdempotencyRow = { actor: string; key: string; act: string; inputHash: Buffer; result: unknown }

/** The tables of the sign-in library, as far as they hold personal data. */
export type UserRow = { name: string; email: string; image: string | null }
export type SessionRow = {
  ipAddress: string | null
  userAgent: string | null
  token: string
  idToken: string | null
}
export type AccountRow = {
  accountId: string
  password: string | null
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
}
export type VerificationRow = { identifier: string; value: string }
export type TwoFactorRow = { secret: string; backupCodes: string }
export type PasskeyRow = { name: string | null; publicKey: string; credentialID: string }
