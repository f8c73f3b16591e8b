import type { DataRight, RightChannel, RightOutcome, RightState } from '@sila/domain/data-right'
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { PageInfo } from '../graphql/connection.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { DataRightEnum, RightChannelEnum, RightOutcomeEnum, RightStateEnum } from './privacy.enums.ts'

@ObjectType({
  description: 'What a person asked about their own data; it is owed an answer within 30 days.',
  simpleResolvers: true,
})
export class DataRightRequest {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => DataRightEnum, { description: 'What is asked for.' })
  right!: DataRight

  @Field(() => Beneficiary, { nullable: true, description: 'Who asks; null once the person was erased.' })
  beneficiary!: Beneficiary | null

  @Field(() => RightChannelEnum, { description: 'How it was asked for.' })
  channel!: RightChannel

  @Field(() => String, { description: 'What was said; empty once the person was erased.' })
  text!: string

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  receivedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'Until when it must be answered.' })
  dueAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When 30 days were added.' })
  extendedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Why they were added.' })
  extensionReason!: string | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null

  @Field(() => RightOutcomeEnum, { nullable: true, description: 'What came of it.' })
  outcome!: RightOutcome | null

  @Field(() => String, { nullable: true, description: 'What the person was told.' })
  answer!: string | null

  @Field(() => RightStateEnum, { description: 'How its clock stands now.' })
  state!: RightState

  @Field(() => Boolean, { description: 'Whether 30 days can still be added.' })
  extendable!: boolean
}

@ObjectType({ description: 'One page of requests about data.', simpleResolvers: true })
export class DataRightConnection {
  @Field(() => [DataRightRequest], { description: 'The requests.' })
  nodes!: DataRightRequest[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@InputType({ description: 'What a person asked about their own data; said aloud counts as much as written.' })
export class DataRightRecordInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => ID, { description: 'Who asks.' })
  beneficiaryId!: string

  @Field(() => DataRightEnum, { description: 'What is asked for.' })
  right!: DataRight

  @Field(() => RightChannelEnum, { description: 'How it was asked for.' })
  channel!: RightChannel

  @Field(() => String, { nullable: true, description: 'What was said, 2000 signs at the most.' })
  text?: string | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When; now where missing.' })
  receivedAt?: Date | null
}

@InputType({ description: 'That 30 days are added, once.' })
export class DataRightExtendInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'Why, in words that the person is told.' })
  reason!: string
}

@InputType({ description: 'The answer to a request about data.' })
export class DataRightAnswerInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => RightOutcomeEnum, { description: 'What came of it.' })
  outcome!: RightOutcome

  @Field(() => String, { description: 'What the person is told; of a refusal, why.' })
  answer!: string
}

@ObjectType({ description: 'What came of an act on a request about data.', simpleResolvers: true })
export class DataRightPayload {
  @Field(() => DataRightRequest, { nullable: true, description: 'The request as it is now.' })
  dataRight?: DataRightRequest | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
