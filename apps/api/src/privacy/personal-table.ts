import type { DataSubject, PersonalTag } from '@sila/domain/personal-data'
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import type { Consent } from '../beneficiaries/consent.entity.ts'
import type { ContactPoint } from '../beneficiaries/contact-point.entity.ts'
import type { StoredEvent } from '../feed/feed.ts'
import type { Entry } from '../interactions/entry.entity.ts'
import type { Interaction } from '../interactions/interaction.entity.ts'
import type { PaperRow } from '../papers/paper.rows.ts'
import type { Request } from '../requests/request.entity.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import type { SurveyInvitation } from '../surveys/invitation.entity.ts'
import type {
  BeneficiarySessionRow,
  BreakGlassRow,
  DataRightRow,
  FileRow,
  HoldRow,
  IdempotencyRow,
  IdentityMarkRow,
  IncidentRow,
  LookRow,
  DataExportRow,
  MatterKeyRow,
  OneTimeCodeRow,
  OutboxRow,
  PersonKeyRow,
  SessionRow,
  AccountRow,
  UserRow,
  PasskeyRow,
  TwoFactorRow,
  VerificationRow,
} from './rows.ts'

// Every table that holds personal data, by the class whose properties are its columns.
type Rows = {
  file: FileRow
  entry: Entry
  event: StoredEvent
  idempotency: IdempotencyRow
  survey_invitation: SurveyInvitation
  consent: Consent
  outbox: OutboxRow
  one_time_code: OneTimeCodeRow
  beneficiary_session: BeneficiarySessionRow
  contact_point: ContactPoint
  look: LookRow
  data_export: DataExportRow
  data_right: DataRightRow
  legal_hold: HoldRow
  paper_seen: PaperRow
  identity_mark: IdentityMarkRow
  person_key: PersonKeyRow
  matter_key: MatterKeyRow
  break_glass: BreakGlassRow
  interaction: Interaction
  request: Request
  beneficiary: Beneficiary & { pseudonym: string }
  incident: IncidentRow
  staff: StaffMember
  auth_user: UserRow
  auth_session: SessionRow
  auth_account: AccountRow
  auth_two_factor: TwoFactorRow
  auth_passkey: PasskeyRow
  auth_verification: VerificationRow
}

/** What is said of one table. */
export type PersonalTable<Row = Record<string, unknown>> = {
  of: DataSubject
  /** SQL that finds the rows of the person whose id is `$1`; none where no row is one beneficiary's. */
  rows?: string
  /** Which of these rows the person gets; all where missing. */
  shared?: string
  /** SQL that finds the rows of matters whose ids are the list `$1`; none where words of matters do not stand here. */
  matters?: string
  /** SQL for the id of the matter that a row belongs to, where it belongs to one. */
  matter?: string
  /** The column that leads to the person; erasure empties it where the row stays. */
  link?: string
  /** Of a JSON column: the keys that hold nobody's words, which alone survive erasure. */
  keep?: readonly string[]
  /** Of a JSON column: the keys that are about somebody else. */
  others?: readonly string[]
  columns: { [Name in keyof Row & string]?: PersonalTag }
}

/** The same of each of them. */
export type PersonalTables = { [Name in keyof Rows]: PersonalTable<Rows[Name]> }
