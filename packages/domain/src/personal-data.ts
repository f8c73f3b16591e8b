import type { RecordKind } from './retention.ts'

/** What kind of personal data a column holds; the later ones need more care. */
export const personalClasses = ['ORDINARY', 'CONTACT', 'WORDS', 'IDENTITY', 'SENSITIVE'] as const
/** One kind of personal data. */
export type PersonalClass = (typeof personalClasses)[number]

/** What erasure does with a column: the whole row goes, the value goes, or the value stays and names nobody. */
export const erasureEffects = ['DELETE', 'BLANK', 'KEEP_WITHOUT_PERSON'] as const
/** One thing that erasure does. */
export type ErasureEffect = (typeof erasureEffects)[number]

/** What personal data may be held for (PDPL Art. 11: no more than the purpose needs). */
export const dataPurposes = ['SERVE', 'REACH', 'CONSENT', 'PROVE', 'IMPROVE', 'EMPLOY'] as const
/** One purpose. */
export type DataPurpose = (typeof dataPurposes)[number]

/** Whose data it is: of those who are served, or of those who work here. */
export const dataSubjects = ['BENEFICIARY', 'STAFF'] as const
/** Whose data it is. */
export type DataSubject = (typeof dataSubjects)[number]

/** What is said, once, about a column that holds personal data. */
export type PersonalTag = {
  class: PersonalClass
  purpose: DataPurpose
  /** As what kind of record it is kept: its term says how long after it was last needed. */
  record: RecordKind
  /** Whether the person gets it when they ask for a copy. */
  exportable: boolean
  erasure: ErasureEffect
}

/** What is taken out of the house as a file. */
export const exportedWhats = ['REPORT', 'PERSON', 'MATTERS', 'REGISTER'] as const
/** One of them. */
export type ExportedWhat = (typeof exportedWhats)[number]

/** Why a person's data was erased: a code and no words, because words could name whom they are about. */
export const erasureGrounds = ['ASKED', 'CONSENT_WITHDRAWN', 'PURPOSE_ENDED', 'UNLAWFUL'] as const
/** One reason of an erasure. */
export type ErasureGround = (typeof erasureGrounds)[number]
