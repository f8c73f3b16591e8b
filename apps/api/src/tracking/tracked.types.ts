import type { InteractionKind, InteractionStatus } from '@sila/domain/interaction'
import type { RequestStatus } from '@sila/domain/request'
import { Field, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql'
import { enumOf, InteractionKindEnum, InteractionStatusEnum, RequestStatusEnum } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { Json } from '../graphql/scalars.ts'

export const TrackedTypeEnum = enumOf('TrackedType', 'What a person follows.', [
  'INTERACTION',
  'REQUEST',
] as const)

@ObjectType({ description: 'One step on the way of a matter.', simpleResolvers: true })
export class TrackedStep {
  @Field(() => String, { description: 'Key of the step, as the domain names it.' })
  key!: string

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was reached first; none where it was not.',
  })
  at?: Date | null

  @Field(() => Boolean, { description: 'Whether the matter stands here now.' })
  current!: boolean
}

@ObjectType({
  description: 'The invitation to rate the service: a right, never used to punish (M3).',
  simpleResolvers: true,
})
export class TrackedSurvey {
  @Field(() => Boolean, { description: 'Whether it was answered already.' })
  answered!: boolean
}

@ObjectType({ description: 'A matter as the person who brought it may see it.', simpleResolvers: true })
export class Tracked {
  id!: string

  @Field(() => String, { description: 'Its reference.' })
  reference!: string

  @Field(() => TrackedTypeEnum, { description: 'A matter or an application.' })
  type!: keyof typeof TrackedTypeEnum

  @Field(() => InteractionKindEnum, { nullable: true, description: 'Of a matter: why the person came.' })
  kind?: InteractionKind | null

  @Field(() => InteractionStatusEnum, { nullable: true, description: 'Of a matter: how far it has come.' })
  interactionStatus?: InteractionStatus | null

  @Field(() => RequestStatusEnum, { nullable: true, description: 'Of an application: how far it has come.' })
  requestStatus?: RequestStatus | null

  serviceKey?: string | null

  @Field(() => String, { description: 'Code of the language in which it was brought.' })
  language!: string

  @Field(() => GraphQLISODateTime, { description: 'When it was taken in.' })
  receivedAt!: Date

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'By when the next thing is promised; none where nothing is owed any more.',
  })
  promisedAt?: Date | null

  @Field(() => Boolean, {
    description: 'Whether the clock stands still, waiting for the person or an outside body.',
  })
  paused!: boolean

  @Field(() => [TrackedStep], { description: 'The whole way, with the place reached.' })
  steps!: TrackedStep[]

  @Field(() => Boolean, { description: 'Whether the person can add words now.' })
  canReply!: boolean

  @Field(() => Boolean, { description: 'Whether the person can open it again now.' })
  canReopen!: boolean

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it can be opened again.' })
  reopenUntil?: Date | null

  @Field(() => [String], { description: 'Everything that is still missing from the person.' })
  neededItems!: string[]

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when it is awaited; after two reminders the request then expires by itself.',
  })
  neededUntil?: Date | null

  @Field(() => String, { nullable: true, description: 'What the association waits for, in its words.' })
  waitingReason?: string | null

  @Field(() => String, { nullable: true, description: 'The reason of a refusal.' })
  rejectionText?: string | null

  @Field(() => String, { nullable: true, description: 'The number under which it was lodged outside (D4).' })
  externalReference?: string | null

  @Field(() => TrackedSurvey, { nullable: true, description: 'The invitation to rate, where there is one.' })
  survey?: TrackedSurvey | null
}

@ObjectType({ description: 'One change of a matter that a person follows.', simpleResolvers: true })
export class TrackedFeedItem {
  @Field(() => String, { description: 'Send it as `after` to resume behind this item.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Too much was missed: load everything anew.' })
  reset!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'What happened; none in the first item, which only names the cursor.',
  })
  event?: string | null

  @Field(() => Tracked, { nullable: true, description: 'The matter as it is now.' })
  tracked?: Tracked | null
}

@ObjectType({ description: 'What came of an act of the person.', simpleResolvers: true })
export class TrackedPayload {
  @Field(() => Tracked, { nullable: true, description: 'The matter as it is now.' })
  tracked?: Tracked | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@InputType({ description: 'What opens a matter: its reference and its secret.' })
export class TrackedWithdrawInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'The reference, as typed.' })
  reference!: string

  @Field(() => String, { description: 'The secret, as typed.' })
  secret!: string
}

@InputType({ description: 'Words that the person adds.' })
export class TrackedReplyInput extends TrackedWithdrawInput {
  @Field(() => String, { description: 'The words, in any language.' })
  text!: string
}

@InputType({ description: 'Why the person opens it again.' })
export class TrackedReopenInput extends TrackedWithdrawInput {
  @Field(() => String, { description: 'The reason, in any language.' })
  text!: string
}

@InputType({ description: 'Answers to the satisfaction survey.' })
export class TrackedSurveyInput extends TrackedWithdrawInput {
  @Field(() => Json, { description: 'The answers, by the names of the form.' })
  answers!: Record<string, unknown>
}
