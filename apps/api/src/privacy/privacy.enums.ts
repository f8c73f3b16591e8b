import { dataRights, rightChannels, rightOutcomes } from '@sila/domain/data-right'
import {
  dataPurposes,
  dataSubjects,
  erasureEffects,
  erasureGrounds,
  personalClasses,
} from '@sila/domain/personal-data'
import { lookedAt } from '@sila/domain/personal-data-looks'
import { enumOf } from '../graphql/enums.ts'

export const PersonalClassEnum = enumOf(
  'PersonalClass',
  'What kind of personal data it is.',
  personalClasses,
  {
    ORDINARY: 'What was done and when, a state, a choice.',
    CONTACT: 'Who the person is and how they are reached.',
    WORDS: 'Free words, which can hold anything.',
    IDENTITY: 'An identity number, or a secret of signing in.',
    SENSITIVE: 'Faith, origin, health or hardship, or words likely to hold them.',
  },
)
export const ErasureEffectEnum = enumOf('ErasureEffect', 'What erasure does with a column.', erasureEffects, {
  DELETE: 'The row is deleted.',
  BLANK: 'The value is emptied; the row stays.',
  KEEP_WITHOUT_PERSON: 'The value stays for the figures, and leads to nobody any more.',
})
export const DataPurposeEnum = enumOf('DataPurpose', 'What personal data is held for.', dataPurposes, {
  SERVE: 'To answer and to serve the person.',
  REACH: 'To reach the person.',
  CONSENT: 'To prove what the person allowed.',
  PROVE: 'To prove what was done.',
  IMPROVE: 'To improve the service.',
  EMPLOY: 'To let staff work and to know who did what.',
})
export const DataSubjectEnum = enumOf('DataSubject', 'Whose data it is.', dataSubjects)
export const ErasureGroundEnum = enumOf('ErasureGround', 'Why a person was erased.', erasureGrounds, {
  ASKED: 'The person asked for it.',
  CONSENT_WITHDRAWN: 'The consent that it rested on was taken back.',
  PURPOSE_ENDED: 'It is no longer needed for what it was collected for.',
  UNLAWFUL: 'It should not have been collected.',
})
export const LookedAtEnum = enumOf('LookedAt', 'What of a person was looked at.', lookedAt, {
  PERSON: "The person's page.",
  LIST: 'How they are reached, where they live or what they asked for, in a list of many.',
  INTERACTION: 'The thread of one of their matters.',
  REQUEST: 'One of their requests.',
  FILE: 'A file that came with words.',
  EXPORT: 'The copy of everything held about them.',
})
export const DataRightEnum = enumOf('DataRight', 'What a person asks for about their own data.', dataRights, {
  ACCESS: 'To see what is held.',
  COPY: 'To get a copy of it.',
  CORRECTION: 'To have it put right.',
  ERASURE: 'To have it erased.',
  OBJECTION: 'That it is not used for a purpose.',
})
export const RightChannelEnum = enumOf('RightChannel', 'How it was asked for.', rightChannels)
export const RightOutcomeEnum = enumOf('RightOutcome', 'What came of it.', rightOutcomes)
export const RightStateEnum = enumOf(
  'RightState',
  'How the clock of a request about data stands.',
  ['RUNNING', 'SOON', 'LATE', 'ANSWERED'] as const,
  {
    RUNNING: 'There is time.',
    SOON: 'It is due within a week.',
    LATE: 'It is overdue.',
    ANSWERED: 'It was answered.',
  },
)
export const NoticeStateEnum = enumOf(
  'NoticeState',
  'How the clock of the notice to the authority stands.',
  ['RUNNING', 'SOON', 'LATE', 'TOLD'] as const,
  {
    RUNNING: 'There is time.',
    SOON: 'It is due within a day.',
    LATE: 'It is overdue.',
    TOLD: 'The authority was told.',
  },
)
export const ToldEnum = enumOf('Told', 'Who was told of an incident.', ['AUTHORITY', 'PEOPLE'] as const, {
  AUTHORITY: 'The authority.',
  PEOPLE: 'The people concerned.',
})
