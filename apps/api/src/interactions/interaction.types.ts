import type { ChannelCode } from '@sila/domain/channel'
import type { ContactType } from '@sila/domain/beneficiary'
import type { InteractionKind } from '@sila/domain/interaction'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import { ChannelCodeEnum, ContactTypeEnum, enumOf, InteractionKindEnum } from '../graphql/enums.ts'
import { keyHelp, versionHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { Entry } from './entry.entity.ts'
import { Interaction } from './interaction.entity.ts'

@ObjectType({
  description: 'What a person takes away: proof that the matter is with the association.',
  simpleResolvers: true,
})
export class Receipt {
  @Field(() => String, { description: 'The reference to say.' })
  reference!: string

  @Field(() => String, { description: 'The secret that opens the matter; shown once, kept nowhere.' })
  secret!: string

  @Field(() => String, {
    description: 'Path of the tracking page; the secret stands behind the #, where no server sees it.',
  })
  trackingPath!: string

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'By when an answer is promised.' })
  promisedAt?: Date | null

  @Field(() => GraphQLISODateTime, { description: 'When it was taken in.' })
  receivedAt!: Date
}

@InputType({ description: 'How a person can be reached; everything is optional.' })
export class ContactInput {
  @Field(() => String, { nullable: true, description: 'The name, in any script.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'A phone number, in any digits.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'An e-mail address.' })
  email?: string | null

  @Field(() => ContactTypeEnum, { nullable: true, description: 'By what the person prefers to be reached.' })
  preferred?: ContactType | null

  @Field(() => String, { nullable: true, description: 'Where the person lives.' })
  city?: string | null
}

@InputType({ description: 'A matter as a beneficiary sends it.' })
export class InteractionSubmitInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => InteractionKindEnum, { description: 'Why the person comes.' })
  kind!: InteractionKind

  @Field(() => String, { description: "The person's own words, in any language." })
  text!: string

  @Field(() => String, { nullable: true, description: 'What it is about, in a few words.' })
  about?: string | null

  @Field(() => String, { description: 'Code of the language of the words.' })
  language!: string

  @Field(() => ContactInput, { nullable: true, description: 'How the person can be reached.' })
  contact?: ContactInput | null

  @Field(() => Boolean, {
    description: 'Whether the person wishes to stay unknown; contact data is then not kept.',
  })
  anonymous!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Code of the feedback link or QR code that led here (C1).',
  })
  link?: string | null
}

@ObjectType({ description: 'What came of sending.', simpleResolvers: true })
export class InteractionSubmitPayload {
  @Field(() => Receipt, { nullable: true, description: 'The receipt, where it was taken in.' })
  receipt?: Receipt | null

  @Field(() => [Problem], { description: 'What to put right, where it was not.' })
  problems!: Problem[]
}

@InputType({ description: 'A matter that staff write down, from any of the seven channels.' })
export class InteractionRecordInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => ChannelCodeEnum, { description: 'How it came.' })
  channel!: ChannelCode

  @Field(() => InteractionKindEnum, { description: 'Why the person came; MISSED_CALL is owed a call back.' })
  kind!: InteractionKind

  @Field(() => String, { description: "The person's words, or what was said." })
  text!: string

  @Field(() => String, { nullable: true, description: 'What it is about, in a few words.' })
  about?: string | null

  @Field(() => String, { description: 'Code of the language that was spoken or written.' })
  language!: string

  @Field(() => ID, { nullable: true, description: 'The person, where known already.' })
  beneficiaryId?: string | null

  @Field(() => ContactInput, { nullable: true, description: 'How the person can be reached, where new.' })
  contact?: ContactInput | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it happened; now where missing.' })
  occurredAt?: Date | null

  @Field(() => Boolean, { description: 'Whether the person wishes to stay unknown.' })
  anonymous!: boolean

  @Field(() => String, { nullable: true, description: 'For SOCIAL: the network, e.g. WHATSAPP.' })
  social?: string | null

  @Field(() => String, { nullable: true, description: "For LETTER: the letter's own number." })
  letterNumber?: string | null
}

@ObjectType({
  description: 'What changed since the thread was opened; nothing was sent.',
  simpleResolvers: true,
})
export class InteractionConflict {
  @Field(() => [Entry], { description: 'The lines that are new, oldest first; 100 at the most.' })
  newEntries!: Entry[]

  @Field(() => Int, { description: 'The version now.' })
  version!: number
}

@ObjectType({ description: 'What came of an act on an interaction.', simpleResolvers: true })
export class InteractionPayload {
  @Field(() => Interaction, { nullable: true, description: 'The interaction as it is now.' })
  interaction?: Interaction | null

  @Field(() => Receipt, {
    nullable: true,
    description: 'The receipt to hand over, where a matter was written down.',
  })
  receipt?: Receipt | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]

  @Field(() => InteractionConflict, {
    nullable: true,
    description: 'What is new, where the thread had changed meanwhile.',
  })
  conflict?: InteractionConflict | null
}

@InputType({ description: 'An act that needs no more than a reason.' })
export class InteractionActInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { nullable: true, description: 'Why, in words, where the act asks for it.' })
  reason?: string | null
}

@InputType({ description: 'An answer to the beneficiary.' })
export class InteractionAnswerInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { description: 'The words.' })
  text!: string

  @Field(() => String, { description: 'Code of the language of the words.' })
  language!: string

  @Field(() => Boolean, { nullable: true, description: 'Whether the matter is ended with it.' })
  close?: boolean | null
}

@InputType({ description: 'A word among staff.' })
export class InteractionNoteInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'The words; no beneficiary ever sees them.' })
  text!: string
}

@InputType({ description: 'Who is to own a matter: a person, a team, or nobody where both are missing.' })
export class InteractionAssignInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => ID, { nullable: true, description: 'The member of staff.' })
  assigneeId?: string | null

  @Field(() => ID, { nullable: true, description: 'The team.' })
  teamId?: string | null
}

export const SuggestionDecisionEnum = enumOf('SuggestionDecision', 'What was decided on a suggestion (D3).', [
  'ACCEPTED',
  'PARKED',
  'DECLINED',
  'IMPLEMENTED',
] as const)

@InputType({ description: 'A decision on a suggestion, told to its author with the reason (D3).' })
export class InteractionDecideInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => SuggestionDecisionEnum, { description: 'The decision.' })
  decision!: keyof typeof SuggestionDecisionEnum

  @Field(() => String, { description: 'The reason, in words for the author.' })
  text!: string
}

@ObjectType({ description: 'One page of interactions.', simpleResolvers: true })
export class InteractionConnection {
  @Field(() => [Interaction], { description: 'The interactions.' })
  nodes!: Interaction[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'One page of a thread, oldest first.', simpleResolvers: true })
export class EntryConnection {
  @Field(() => [Entry], { description: 'The lines.' })
  nodes!: Entry[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'How many matters lie in each folder, exactly.', simpleResolvers: true })
export class InboxCounts {
  @Field(() => Int, { description: 'Open and assigned to me.' })
  mine!: number

  @Field(() => Int, { description: 'Open and assigned to nobody.' })
  unassigned!: number

  @Field(() => Int, { description: 'Everything open.' })
  all!: number

  @Field(() => Int, { description: 'Open and waiting for the beneficiary.' })
  waiting!: number

  @Field(() => Int, { description: 'Open, its promise missed, its clock running.' })
  overdue!: number

  @Field(() => Int, { description: 'Open requests for services.' })
  requests!: number
}

@ObjectType({
  description: 'One change in the inbox, with the place to resume from after a cut.',
  simpleResolvers: true,
})
export class InteractionFeedItem {
  @Field(() => String, { description: 'Send it as `after` to resume behind this item.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Too much was missed: load everything anew.' })
  reset!: boolean

  @Field(() => String, {
    nullable: true,
    description:
      'What happened, e.g. interaction.submitted; none in the first item, which only names the cursor.',
  })
  event?: string | null

  @Field(() => Interaction, { nullable: true, description: 'The interaction as it is now.' })
  interaction?: Interaction | null

  @Field(() => ID, {
    nullable: true,
    description: 'The interaction that went out of my sight with this: take it from the screen.',
  })
  gone?: string | null

  @Field(() => InboxCounts, { nullable: true, description: 'The folders as they are now.' })
  counts?: InboxCounts | null
}
