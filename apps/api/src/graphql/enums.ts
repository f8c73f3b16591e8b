import { channelCodes, channelStates } from '@sila/domain/channel'
import { beneficiaryKinds, contactTypes } from '@sila/domain/beneficiary'
import { consentPurposes } from '@sila/domain/consent'
import { interactionKinds, interactionStatuses } from '@sila/domain/interaction'
import { roles } from '@sila/domain/permission'
import { requestStatuses } from '@sila/domain/request'
import { registerEnumType } from 'type-graphql'

/** Makes a GraphQL enum whose values are the domain's keys themselves. */
export function enumOf<Key extends string>(
  name: string,
  description: string,
  keys: readonly Key[],
  words?: Record<Key, string>,
): Record<Key, Key> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- fromEntries forgets its keys
  const values = Object.fromEntries(keys.map((key) => [key, key])) as Record<Key, Key>
  const valuesConfig = Object.fromEntries(
    keys.map((key) => [key, { description: words?.[key] ?? plain(key) }]),
  )
  registerEnumType(values, {
    name,
    description,
    // oxlint-disable-next-line typescript/consistent-type-assertions -- fromEntries forgets its keys
    valuesConfig: valuesConfig as Record<Key, { description: string }>,
  })
  return values
}

const plain = (key: string) => `${key.charAt(0)}${key.slice(1).toLowerCase().replaceAll('_', ' ')}.`
// oxlint-disable-next-line typescript/consistent-type-assertions -- Object.keys forgets its keys
const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[]

export const ChannelCodeEnum = enumOf(
  'ChannelCode',
  'One of the seven channels that the policy names (C1-C7).',
  channelCodes,
  {
    FEEDBACK_LINK: 'C1: an electronic link or QR code for observations and suggestions.',
    PHONE: 'C2: the contact numbers.',
    SOCIAL: 'C3: social media.',
    LETTER: 'C4: letters.',
    EMAIL: "C5: the association's e-mail.",
    VISIT: 'C6: visiting the association.',
    WEBSITE: "C7: the association's website.",
  },
)
export const InteractionKindEnum = enumOf('InteractionKind', 'Why a person came.', interactionKinds, {
  INQUIRY: 'A question.',
  SUGGESTION: 'A proposal to improve something; it ends in a decision with a reason.',
  COMPLAINT: 'Something went wrong; it can be escalated and appealed.',
  OBSERVATION: 'A remark that needs an answer but blames nobody.',
  COMPLIMENT: 'Thanks, shared with the team.',
  MISSED_CALL: 'A call that nobody took; it is owed a call back.',
})
export const InteractionStatusEnum = enumOf(
  'InteractionStatus',
  'How far an interaction has come.',
  keysOf(interactionStatuses),
)
export const RequestStatusEnum = enumOf(
  'RequestStatus',
  'How far a request for a service has come.',
  keysOf(requestStatuses),
)
export const StaffRoleEnum = enumOf('StaffRole', 'What a member of staff is here for.', roles)
export const BeneficiaryKindEnum = enumOf(
  'BeneficiaryKind',
  'What a beneficiary is: one person or more.',
  beneficiaryKinds,
)
export const ContactTypeEnum = enumOf('ContactType', 'By what a person can be reached.', contactTypes)
export const ConsentPurposeEnum = enumOf('ConsentPurpose', 'What a consent allows.', keysOf(consentPurposes))
export const ChannelStateEnum = enumOf('ChannelState', 'Whether a channel takes matters now.', channelStates)
export const AvailabilityEnum = enumOf('Availability', 'Whether a member of staff can be given work.', [
  'AVAILABLE',
  'AWAY',
  'OFFLINE',
] as const)
export const EntryTypeEnum = enumOf(
  'EntryType',
  'What a line of a thread is.',
  ['FROM_BENEFICIARY', 'ANSWER', 'NOTE', 'EVENT'] as const,
  {
    FROM_BENEFICIARY: "The beneficiary's own words.",
    ANSWER: "The association's words to the beneficiary.",
    NOTE: 'Words among staff; no beneficiary ever sees them.',
    EVENT: 'Something that was done, without words.',
  },
)
export type EntryType = keyof typeof EntryTypeEnum
export const PresenceStateEnum = enumOf('PresenceState', 'What a colleague does with a thread now.', [
  'VIEWING',
  'WRITING',
  'LEFT',
] as const)
export type PresenceState = keyof typeof PresenceStateEnum
export const WayInEnum = enumOf(
  'WayIn',
  'By which door somebody signed in.',
  ['PASSWORD', 'PASSKEY', 'PROVIDER'],
  {
    PASSWORD: 'By a password of ours.',
    PASSKEY: 'By a passkey.',
    PROVIDER: "By the association's own identity provider.",
  },
)
