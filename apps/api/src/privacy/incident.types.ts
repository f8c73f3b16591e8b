import type { PersonalClass } from '@sila/domain/personal-data'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { NoticeStateEnum, PersonalClassEnum, ToldEnum } from './privacy.enums.ts'

@ObjectType({
  description: 'A breach of personal data; the authority hears of it within 72 hours.',
  simpleResolvers: true,
})
export class Incident {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => GraphQLISODateTime, { description: 'When it became known.' })
  discoveredAt!: Date

  @Field(() => String, { description: 'What happened.' })
  what!: string

  @Field(() => [PersonalClassEnum], { description: 'What kinds of data it touches.' })
  classes!: PersonalClass[]

  @Field(() => Int, { description: 'How many people it concerns, about.' })
  people!: number

  @Field(() => String, { description: 'What was done, and what will be done.' })
  measures!: string

  @Field(() => GraphQLISODateTime, { description: 'Until when the authority must have heard of it.' })
  noticeDueAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the authority was told.' })
  notifiedAt!: Date | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the people concerned were told.' })
  peopleToldAt!: Date | null

  @Field(() => NoticeStateEnum, { description: 'How its clock stands now.' })
  state!: keyof typeof NoticeStateEnum
}

@ObjectType({ description: 'One page of incidents.', simpleResolvers: true })
export class IncidentConnection {
  @Field(() => [Incident], { description: 'The incidents, newest first.' })
  nodes!: Incident[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@InputType({ description: 'A breach of personal data, described without names.' })
export class IncidentRecordInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => GraphQLISODateTime, { description: 'When it became known.' })
  discoveredAt!: Date

  @Field(() => String, { description: 'What happened, without names.' })
  what!: string

  @Field(() => [PersonalClassEnum], { description: 'What kinds of data it touches.' })
  classes!: PersonalClass[]

  @Field(() => Int, { description: 'How many people it concerns, about.' })
  people!: number

  @Field(() => String, { description: 'What was done, and what will be done.' })
  measures!: string
}

@InputType({ description: 'That somebody was told of an incident.' })
export class IncidentTellInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => ToldEnum, { description: 'Who was told.' })
  told!: keyof typeof ToldEnum
}

@ObjectType({ description: 'What came of an act on an incident.', simpleResolvers: true })
export class IncidentPayload {
  @Field(() => Incident, { nullable: true, description: 'The incident as it is now.' })
  incident?: Incident | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
