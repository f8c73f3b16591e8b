import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import { Entry } from '../interactions/entry.entity.ts'
import { ContactInput, Receipt } from '../interactions/interaction.types.ts'
import { keyHelp, versionHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { Json } from '../graphql/scalars.ts'
import { Request } from './request.entity.ts'

@InputType({ description: 'An application for a service; no account is needed.' })
export class RequestSubmitInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'Key of the service.' })
  service!: string

  @Field(() => Int, { description: 'Version of the form that was filled in.' })
  formVersion!: number

  @Field(() => Json, { description: 'The answers, by the names of the form.' })
  answers!: Record<string, unknown>

  @Field(() => String, { description: 'Code of the language of the words.' })
  language!: string

  @Field(() => ContactInput, { description: 'Who applies, and how the person can be reached.' })
  contact!: ContactInput

  @Field(() => Boolean, {
    nullable: true,
    description: 'That the way of the permit was explained, where the service needs one (D4).',
  })
  permitExplained?: boolean | null
}

@ObjectType({ description: 'What came of applying.', simpleResolvers: true })
export class RequestSubmitPayload {
  @Field(() => Receipt, { nullable: true, description: 'The receipt, where it was taken in.' })
  receipt?: Receipt | null

  @Field(() => [Problem], { description: 'What to put right, where it was not.' })
  problems!: Problem[]
}

@ObjectType({
  description: 'What changed since the request was opened; nothing was done.',
  simpleResolvers: true,
})
export class RequestConflict {
  @Field(() => [Entry], { description: 'The lines that are new, oldest first; 100 at the most.' })
  newEntries!: Entry[]

  @Field(() => Int, { description: 'The version now.' })
  version!: number
}

@ObjectType({ description: 'What came of an act on a request.', simpleResolvers: true })
export class RequestPayload {
  @Field(() => Request, { nullable: true, description: 'The request as it is now.' })
  request?: Request | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]

  @Field(() => RequestConflict, {
    nullable: true,
    description: 'What is new, where the request had changed meanwhile.',
  })
  conflict?: RequestConflict | null
}

@InputType({ description: 'An act that needs no more than words.' })
export class RequestActInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, {
    nullable: true,
    description: 'Words to the beneficiary; contact and cancel ask for them.',
  })
  text?: string | null
}

@InputType({ description: 'Everything that is missing, named at once.' })
export class RequestAskInfoInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => [String], { description: 'Each missing item in words, 20 at the most.' })
  items!: string[]

  @Field(() => String, { nullable: true, description: 'Words to the beneficiary.' })
  text?: string | null
}

@InputType({ description: 'That the application was lodged with an outside body (D4).' })
export class RequestLodgeInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { description: 'Its number there, e.g. in Taysir.' })
  externalReference!: string

  @Field(() => GraphQLISODateTime, { description: 'When it was lodged.' })
  lodgedAt!: Date
}

@InputType({ description: 'A refusal: its reason, and the words that the person reads.' })
export class RequestRejectInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { description: 'Code of the reason, e.g. NO_CAPACITY.' })
  code!: string

  @Field(() => String, { description: 'The reason in words for the person.' })
  text!: string
}

@InputType({ description: 'What was delivered.' })
export class RequestFulfilInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { description: 'A seat, a certificate number, a delivery.' })
  deliverable!: string
}

@InputType({ description: 'Under which other request it goes on.' })
export class RequestMergeInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => String, { description: 'The reference of the other, which is open.' })
  into!: string
}

@ObjectType({ description: 'One page of requests.', simpleResolvers: true })
export class RequestConnection {
  @Field(() => [Request], { description: 'The requests.' })
  nodes!: Request[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({
  description: 'One change in the queue of requests, with the place to resume from after a cut.',
  simpleResolvers: true,
})
export class RequestFeedItem {
  @Field(() => String, { description: 'Send it as `after` to resume behind this item.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Too much was missed: load everything anew.' })
  reset!: boolean

  @Field(() => String, {
    nullable: true,
    description:
      'What happened, e.g. request.submitted; none in the first item, which only names the cursor.',
  })
  event?: string | null

  @Field(() => Request, { nullable: true, description: 'The request as it is now.' })
  request?: Request | null

  @Field(() => ID, {
    nullable: true,
    description: 'The request that went out of my sight with this: take it from the screen.',
  })
  gone?: string | null
}
