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

// Every table that holds personal data, by the class whose properties are its columns. The order is that of erasure: a
// table stands before those by which its rows are found.
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
  /** The column that leads to the person; erasure empties it where the row stays. */
  link?: string
  /** Of a JSON column: the keys that hold nobody's words, which alone survive erasure. */
  keep?: readonly string[]
  /** Of a JSON column: the keys that are about somebody else. */
  others?: readonly string[]
  columns: { [Name in keyof Row & string]?: PersonalTag }
}

const hidden = { exportable: false } as const
const person = { purpose: 'SERVE', record: 'BENEFICIARY', exportable: true, erasure: 'DELETE' } as const
const reach = { ...person, class: 'CONTACT', purpose: 'REACH' } as const
const proof = {
  purpose: 'PROVE',
  record: 'BENEFICIARY',
  exportable: true,
  erasure: 'KEEP_WITHOUT_PERSON',
} as const
const fact = { ...proof, class: 'ORDINARY', purpose: 'SERVE' } as const
const words = { ...person, record: 'MATTER', class: 'WORDS', erasure: 'BLANK' } as const
const asked = { ...words, record: 'DATA_RIGHT', purpose: 'PROVE' } as const
const allowed = { ...person, record: 'CONSENT', class: 'ORDINARY', purpose: 'CONSENT' } as const
const seen = { ...proof, record: 'LOOK', class: 'ORDINARY' } as const
const sent = { ...reach, record: 'MESSAGE' } as const
const worker = {
  class: 'ORDINARY',
  purpose: 'EMPLOY',
  record: 'STAFF',
  exportable: false,
  erasure: 'BLANK',
} as const

const matters = `(select id from interaction where beneficiary_id = $1 union all select id from request where beneficiary_id = $1)`
const entries = (which: string) =>
  `(select id from entry where ${which} and (interaction_id in ${matters} or request_id in ${matters}))`
// Where a phone is shared, what was sent to it is nobody's alone: it goes with its own retention.
const addressed = `address in (select c.value from contact_point c where c.beneficiary_id = $1
  and not exists (select from contact_point o where o.value = c.value and o.beneficiary_id <> $1))`
const own = { of: 'BENEFICIARY', rows: 'beneficiary_id = $1', link: 'beneficiary_id' } as const

/**
 * Every column that holds personal data, each tagged once. The register of processing, the copy a person gets and the
 * erasure are all made of this table; a spec holds it against the database, so that no column is forgotten.
 */
export const personalData = {
  // The bytes themselves lie in the folder of files, sealed with what stands in `wrapped`; they go with their row.
  file: {
    of: 'BENEFICIARY',
    rows: `(key_of = $1 or entry_id in ${entries('true')})`,
    shared: `state <> 'RECEIVING' and entry_id in ${entries(`type <> 'NOTE'`)}`,
    columns: {
      id: { ...person, class: 'ORDINARY' },
      name: { ...person, class: 'WORDS' },
      size: { ...person, class: 'ORDINARY' },
      type: { ...person, class: 'ORDINARY' },
      at: { ...person, class: 'ORDINARY' },
      wrapped: { ...person, ...hidden, class: 'IDENTITY' },
    },
  },
  entry: {
    of: 'BENEFICIARY',
    rows: `(interaction_id in ${matters} or request_id in ${matters})`,
    matters: `(interaction_id = any ($1::uuid[]) or request_id = any ($1::uuid[]))`,
    // Notes are words among staff; they may speak of other people, and nobody outside was ever promised them.
    shared: `type <> 'NOTE'`,
    columns: {
      type: { ...person, class: 'ORDINARY' },
      at: { ...person, class: 'ORDINARY' },
      language: { ...person, class: 'ORDINARY' },
      text: { ...person, record: 'MATTER', class: 'WORDS' },
      sealed: { ...person, ...hidden, record: 'MATTER', class: 'SENSITIVE' },
    },
  },
  event: {
    of: 'BENEFICIARY',
    rows: `(aggregate_id = $1 or aggregate_id in ${matters})`,
    matters: `aggregate_id = any ($1::uuid[])`,
    shared: `visibility = 'PUBLIC'`,
    keep: [
      'status',
      'version',
      'channel',
      'kind',
      'service',
      'dueAt',
      'closed',
      'byItself',
      'level',
      'code',
      'purpose',
      'ground',
      'months',
    ],
    others: ['assignee', 'team'],
    columns: {
      type: fact,
      at: fact,
      payload: { ...words, purpose: 'PROVE' },
      before: { ...words, ...hidden, class: 'SENSITIVE' },
    },
  },
  idempotency: {
    of: 'BENEFICIARY',
    rows: `(result->>'id' = $1::uuid::text or result->>'id' in (select id::text from ${matters} matter(id)))`,
    // The key stays, so that what a lost phone sends once more is not taken in anew.
    columns: {
      inputHash: { ...words, ...hidden, record: 'ACT_KEY', purpose: 'PROVE' },
      result: { ...words, ...hidden, record: 'ACT_KEY', class: 'ORDINARY', purpose: 'PROVE' },
    },
  },
  survey_invitation: {
    ...own,
    columns: {
      reference: { ...fact, purpose: 'IMPROVE' },
      at: { ...fact, purpose: 'IMPROVE' },
      answered: { ...fact, purpose: 'IMPROVE' },
    },
  },
  consent: {
    ...own,
    columns: {
      purpose: allowed,
      channel: allowed,
      givenAt: allowed,
      withdrawnAt: allowed,
    },
  },
  outbox: {
    of: 'BENEFICIARY',
    rows: `(code_id in (select id from one_time_code where beneficiary_id = $1) or ${addressed})`,
    columns: {
      address: sent,
      channel: { ...sent, class: 'ORDINARY' },
      at: { ...sent, class: 'ORDINARY' },
      sentAt: { ...sent, class: 'ORDINARY' },
    },
  },
  one_time_code: {
    of: 'BENEFICIARY',
    rows: `(beneficiary_id = $1 or ${addressed})`,
    columns: { address: { ...sent, ...hidden, record: 'CODE' } },
  },
  beneficiary_session: {
    ...own,
    columns: {
      at: { ...person, class: 'ORDINARY', record: 'SESSION' },
      tokenHash: { ...person, ...hidden, class: 'IDENTITY', record: 'SESSION' },
    },
  },
  contact_point: { ...own, columns: { type: reach, value: reach, preferred: reach } },
  look: { ...own, columns: { what: seen, at: seen } },
  // Whose copy it was they are told by the looks, which name it as such.
  data_export: {
    ...own,
    columns: {
      what: { ...proof, ...hidden, class: 'ORDINARY' },
      at: { ...proof, ...hidden, class: 'ORDINARY' },
    },
  },
  data_right: {
    ...own,
    columns: {
      right: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      channel: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      receivedAt: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      outcome: { ...proof, class: 'ORDINARY', record: 'DATA_RIGHT' },
      text: asked,
      extensionReason: asked,
      answer: asked,
    },
  },
  // The reason of a hold is the association's own; while it holds, nothing is erased.
  legal_hold: { ...own, columns: { reason: { ...person, ...hidden, class: 'WORDS', purpose: 'PROVE' } } },
  // That a paper was seen; nothing of what stands in it.
  paper_seen: {
    ...own,
    columns: {
      paper: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      seenAt: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      expiresOn: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      unseenAt: { ...person, class: 'ORDINARY', purpose: 'PROVE' },
      unseenReason: { ...person, ...hidden, class: 'WORDS', purpose: 'PROVE' },
    },
  },
  identity_mark: { ...own, columns: { mark: { ...person, ...hidden, class: 'IDENTITY' } } },
  person_key: { ...own, columns: { wrapped: { ...person, ...hidden, class: 'IDENTITY' } } },
  // Of matters that came to know their person only after their first sealed words.
  matter_key: {
    of: 'BENEFICIARY',
    rows: `matter_id in ${matters}`,
    columns: { wrapped: { ...person, ...hidden, class: 'IDENTITY' } },
  },
  break_glass: {
    ...own,
    columns: {
      reference: { ...proof, class: 'ORDINARY' },
      at: { ...proof, class: 'ORDINARY' },
      sealedReason: { ...words, ...hidden, class: 'SENSITIVE', purpose: 'PROVE' },
      sealedFor: { ...words, ...hidden, class: 'ORDINARY', purpose: 'PROVE' },
    },
  },
  interaction: {
    ...own,
    matters: `id = any ($1::uuid[])`,
    columns: {
      reference: fact,
      kind: fact,
      status: fact,
      channel: fact,
      language: fact,
      receivedAt: fact,
      closedAt: fact,
      subject: words,
      preview: { ...words, ...hidden },
      searchText: { ...words, ...hidden },
      waitingReason: words,
      social: { ...words, class: 'CONTACT' },
      letterNumber: words,
      link: words,
      sensitivity: { ...fact, ...hidden, class: 'SENSITIVE', erasure: 'BLANK' },
      secretHash: { ...words, ...hidden, class: 'ORDINARY' },
    },
  },
  request: {
    ...own,
    matters: `id = any ($1::uuid[])`,
    columns: {
      id: fact,
      reference: fact,
      serviceKey: fact,
      status: fact,
      language: fact,
      submittedAt: fact,
      closedAt: fact,
      rejectionCode: fact,
      answers: { ...words, class: 'SENSITIVE' },
      externalReference: words,
      rejectionText: words,
      neededItems: words,
      deliverable: words,
      searchText: { ...words, ...hidden },
      sensitivity: { ...fact, ...hidden, class: 'SENSITIVE', erasure: 'BLANK' },
      secretHash: { ...words, ...hidden, class: 'ORDINARY' },
    },
  },
  beneficiary: {
    of: 'BENEFICIARY',
    rows: 'id = $1',
    columns: {
      number: { ...person, class: 'ORDINARY' },
      name: { ...person, class: 'CONTACT' },
      nameFolded: { ...person, ...hidden, class: 'CONTACT' },
      nameKeys: { ...person, ...hidden, class: 'CONTACT' },
      kind: { ...person, class: 'ORDINARY' },
      preferredLanguage: { ...person, class: 'ORDINARY' },
      // With its place, the languages that somebody speaks tell where they come from.
      spokenLanguages: { ...person, class: 'SENSITIVE' },
      city: { ...person, class: 'CONTACT' },
      segment: { ...person, class: 'SENSITIVE' },
      since: { ...person, class: 'ORDINARY' },
      pseudonym: { ...person, ...hidden, class: 'IDENTITY' },
    },
  },
  // No row is one person's; staff are asked to describe without names.
  incident: {
    of: 'BENEFICIARY',
    columns: {
      what: { ...proof, ...hidden, class: 'WORDS', record: 'INCIDENT' },
      measures: { ...proof, ...hidden, class: 'WORDS', record: 'INCIDENT' },
    },
  },
  staff: {
    of: 'STAFF',
    columns: { userId: worker, name: worker, email: { ...worker, class: 'CONTACT' }, languages: worker },
  },
  auth_user: {
    of: 'STAFF',
    columns: { name: worker, email: { ...worker, class: 'CONTACT' }, image: worker },
  },
  auth_session: {
    of: 'STAFF',
    columns: {
      ipAddress: worker,
      userAgent: worker,
      token: { ...worker, class: 'IDENTITY' },
      idToken: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_account: {
    of: 'STAFF',
    columns: {
      accountId: { ...worker, class: 'IDENTITY' },
      password: { ...worker, class: 'IDENTITY' },
      accessToken: { ...worker, class: 'IDENTITY' },
      refreshToken: { ...worker, class: 'IDENTITY' },
      idToken: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_two_factor: {
    of: 'STAFF',
    columns: {
      secret: { ...worker, class: 'IDENTITY' },
      backupCodes: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_passkey: {
    of: 'STAFF',
    columns: {
      name: worker,
      publicKey: { ...worker, class: 'IDENTITY' },
      credentialID: { ...worker, class: 'IDENTITY' },
    },
  },
  auth_verification: {
    of: 'STAFF',
    columns: {
      identifier: { ...worker, class: 'CONTACT', record: 'SESSION' },
      value: { ...worker, class: 'IDENTITY', record: 'SESSION' },
    },
  },
} as const satisfies { [Table in keyof Rows]: PersonalTable<Rows[Table]> }

/** The same, table by table, for whoever walks it. */
export const personalTables: readonly (readonly [string, PersonalTable])[] = Object.entries(personalData)

/** The column of a property. The sign-in library writes its columns as it writes its properties. */
export function columnOf(table: string, property: string): string {
  if (table.startsWith('auth_')) return property
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const key = 'names a thing of the house, nobody'
const choice = 'one of a few choices of the house'
const house = "the association's own"
const ids = 'ids alone'
const proofOfHouse = 'a keyed digest, by which nothing is read'
const salted = 'random bytes, destroyed with the words they salt'

/** Columns that hold words or bytes and no personal data, each with the reason. */
export const notPersonal: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  api_key: {
    ...{ public_id: 'made at random', hash: 'a keyed hash of what was made at random', scopes: key },
    name: 'what a program is called by whoever runs it',
    used_on: 'the day on which a program last asked',
  },
  association: {
    ...{ name: house, address: house, hours: house, languages: house, default_language: house },
    ...{ phone: house, email: house, whatsapp: house },
  },
  auth_account: { id: ids, providerId: choice, userId: ids, scope: choice },
  auth_attempt: { key: 'a keyed hash of what is counted' },
  auth_passkey: {
    id: ids,
    userId: ids,
    deviceType: choice,
    transports: choice,
    aaguid: 'the make of the key',
  },
  auth_session: { id: ids, userId: ids, way: choice },
  auth_two_factor: { id: ids, userId: ids },
  auth_user: { id: ids },
  auth_verification: { id: ids },
  break_glass: { matter_type: choice, salt: salted, mark: proofOfHouse },
  channel: { code: choice, account: house, state: choice, hours: house },
  cost_spent: { who: 'a keyed hash, by which nobody is found' },
  data_export: {
    ...{ filter: 'choices of the house; no words and nobody stand in it' },
    ...{ salt: salted, mark: proofOfHouse },
  },
  department: { name: house },
  audit_check: { hash: proofOfHouse },
  erasure: { ground: choice, mark: proofOfHouse },
  event: { aggregate: key, visibility: choice, salt: salted, mark: proofOfHouse },
  file: { state: choice, refusal: choice, master: 'names the master key by a fingerprint' },
  idempotency: {
    actor: 'the id of a member of staff, or that it was a guest',
    key: 'made at random by a client',
    act: key,
  },
  incident: { classes: choice },
  interaction: { circle: 'ids of staff' },
  look: { salt: salted, mark: proofOfHouse },
  matter_key: { master: 'names the master key by a fingerprint' },
  migration: { name: key },
  one_time_code: { type: choice },
  outbox: {
    ...{ template: key, language: choice, state: choice },
    receipt: 'names a message at its carrier',
    reason: 'the code of a failure',
  },
  person_key: { master: 'names the master key by a fingerprint' },
  presence: { state: choice },
  rate_limit: { key: 'a keyed hash, by which nobody is found' },
  request: { circle: 'ids of staff' },
  redaction: { row_table: key, remains: 'a digest of what names nobody', mark: proofOfHouse },
  restoration: { mark: proofOfHouse },
  retention_run: { record: key, mark: proofOfHouse },
  retention_setting: { record: key, reason: house },
  role: { key, scope: choice, permissions: key },
  seal: { row_table: key, mark: proofOfHouse, hash: proofOfHouse },
  service: { key },
  staff: { role: choice, availability: choice },
  survey_response: {
    ...{ channel: choice, kind: choice, service_key: key, language: choice },
    day: 'the day of an anonymous answer, never the moment (M3)',
    comment: 'anonymous when it is written (M3): no row anywhere says whose it is',
  },
  team: { name: house, languages: house },
}
