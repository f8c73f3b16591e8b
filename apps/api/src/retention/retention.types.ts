import { recordKinds } from '@sila/domain/retention'
import type { RecordKind } from '@sila/domain/retention'
import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

export const RecordKindEnum = enumOf('RecordKind', 'A kind of record, which has one term.', recordKinds, {
  BENEFICIARY: 'Somebody who was not heard of, with everything that is held about them.',
  MATTER: 'The words of closed matters and requests; that there was one stays.',
  LETTER: 'The words of matters that came by letter.',
  VISIT: 'The words of matters that came by a visit.',
  CONSENT: 'Consents that were withdrawn.',
  DATA_RIGHT: 'What people asked about their data, once answered.',
  INCIDENT: 'Descriptions of breaches.',
  LOOK: 'At whom staff looked.',
  MESSAGE: 'Messages that left, by their addresses.',
  CODE: 'Codes by which an address is proven.',
  SESSION: 'Sessions that ended, and what was counted against guessing.',
  ACT_KEY: 'Keys by which an act that is sent twice is done once.',
  STAFF: 'Names and sign-ins of staff who left.',
  BACKUP: 'Backups.',
})

@ObjectType({ description: 'How long a kind of record is kept.', simpleResolvers: true })
export class RetentionSetting {
  @Field(() => RecordKindEnum, { description: 'Which records.' })
  record!: RecordKind

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months after they were last needed; permanently where empty.',
  })
  months!: number | null

  @Field(() => Int, { nullable: true, description: 'The months of the house, where nothing else is set.' })
  defaultMonths!: number | null

  @Field(() => Int, { description: 'The fewest months that may be set.' })
  least!: number

  @Field(() => Int, { description: 'The most months that may be set.' })
  most!: number

  @Field(() => Boolean, { description: 'Whether they may be kept permanently.' })
  permanent!: boolean

  @Field(() => String, { nullable: true, description: 'Why it was set.' })
  reason!: string | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was set; never where empty.' })
  setAt!: Date | null

  @Field(() => StaffMember, { nullable: true, description: 'Who set it.' })
  setBy!: StaffMember | null
}

@ObjectType({ description: 'What one run did with one kind of record.', simpleResolvers: true })
export class RetentionRun {
  @Field(() => GraphQLISODateTime, { description: 'When the run began.' })
  begunAt!: Date

  @Field(() => RecordKindEnum, { description: 'Which records.' })
  record!: RecordKind

  @Field(() => Int, { description: 'How many were due.' })
  examined!: number

  @Field(() => Int, { description: 'How many went.' })
  erased!: number

  @Field(() => Int, { description: 'How many a legal hold kept.' })
  held!: number

  @Field(() => Int, { description: 'How many were kept because something of theirs is open.' })
  open!: number
}

@ObjectType({ description: 'What is kept for how long, and what the last runs did.', simpleResolvers: true })
export class Retention {
  @Field(() => [RetentionSetting], { description: 'Each kind of record.' })
  settings!: RetentionSetting[]

  @Field(() => [RetentionRun], {
    description: 'The last runs, newest first, by kind of record; those where nothing was due are left out.',
  })
  runs!: RetentionRun[]

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the last run began.' })
  lastRunAt!: Date | null

  @Field(() => GraphQLISODateTime, { description: 'When the next one begins.' })
  nextRunAt!: Date
}

@InputType({ description: 'How long a kind of record is to be kept.' })
export class RetentionSetInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => RecordKindEnum, { description: 'Which records.' })
  record!: RecordKind

  @Field(() => Int, { nullable: true, description: 'For how many months; permanently where empty.' })
  months?: number | null

  @Field(() => String, { description: 'Why.' })
  reason!: string
}

@ObjectType({ description: 'What came of it.' })
export class RetentionSetPayload {
  @Field(() => RetentionSetting, { nullable: true, description: 'How long it is kept now.' })
  setting?: RetentionSetting | null

  @Field(() => [Problem], { description: 'What to put right; empty where it was done.' })
  problems!: Problem[]
}
