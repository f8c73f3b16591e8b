import type { ErasureGround } from '@sila/domain/personal-data'
import type { LookedAt } from '@sila/domain/personal-data-looks'
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { PageInfo } from '../graphql/connection.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { Json } from '../graphql/scalars.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { ErasureGroundEnum, LookedAtEnum } from './privacy.enums.ts'

@ObjectType({ description: 'That a member of staff looked at something of a person.', simpleResolvers: true })
export class Look {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => StaffMember, { description: 'Who looked.' })
  staff!: StaffMember

  @Field(() => LookedAtEnum, { description: 'At what.' })
  what!: LookedAt

  @Field(() => GraphQLISODateTime, { description: 'When first within a quarter of an hour.' })
  at!: Date

  @Field(() => Boolean, { description: 'Whether the matter lay open in an emergency only.' })
  emergency!: boolean
}

@ObjectType({ description: 'One page of looks.', simpleResolvers: true })
export class LookConnection {
  @Field(() => [Look], { description: 'The looks, newest first.' })
  nodes!: Look[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'How many people one member of staff looked at.', simpleResolvers: true })
export class LookCount {
  @Field(() => StaffMember, { description: 'Who looked.' })
  staff!: StaffMember

  @Field(() => Int, { description: 'At how many different people, one by one.' })
  people!: number

  @Field(() => Int, { description: 'Of how many more than the name was shown in a list of many.' })
  listed!: number

  @Field(() => Int, {
    description: 'How often; looks at the same thing within a quarter of an hour are one.',
  })
  looks!: number

  @Field(() => Boolean, { description: 'Whether that is far more than what colleagues look at.' })
  unusual!: boolean
}

@ObjectType({ description: 'Who looked at how many people in a period.', simpleResolvers: true })
export class LookSummary {
  @Field(() => Float, { description: 'How many people the colleague in the middle looked at.' })
  median!: number

  @Field(() => [LookCount], { description: 'The hundred who looked at most people, the most first.' })
  counts!: LookCount[]
}

@ObjectType({ description: "What stops the erasure of a person's data.", simpleResolvers: true })
export class LegalHold {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'Why it is held.' })
  reason!: string

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  placedAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when; it holds where empty.' })
  liftedAt!: Date | null
}

@ObjectType({ description: 'That a person was erased; of whom is known no more.', simpleResolvers: true })
export class Erasure {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date

  @Field(() => StaffMember, { nullable: true, description: 'Who did it.' })
  by!: StaffMember | null

  @Field(() => ErasureGroundEnum, { description: 'Why.' })
  ground!: ErasureGround

  @Field(() => Int, { description: 'How many rows were deleted or emptied.' })
  rows!: number
}

@ObjectType({ description: 'One page of erasures.', simpleResolvers: true })
export class ErasureConnection {
  @Field(() => [Erasure], { description: 'The erasures, newest first.' })
  nodes!: Erasure[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@InputType({ description: "An act on a person's data." })
export class PersonActInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => ID, { description: 'Whose.' })
  beneficiaryId!: string
}

@InputType({ description: 'That a person is to be erased.' })
export class PersonEraseInput extends PersonActInput {
  @Field(() => ErasureGroundEnum, { description: 'Why.' })
  ground!: ErasureGround
}

@InputType({ description: "That a person's data is to be held." })
export class LegalHoldInput extends PersonActInput {
  @Field(() => String, { description: 'Why, in words among staff.' })
  reason!: string
}

@ObjectType({ description: "What came of giving a person's data.", simpleResolvers: true })
export class PersonExportPayload {
  @Field(() => Json, { nullable: true, description: 'Everything exportable that is held, table by table.' })
  export?: unknown

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@ObjectType({ description: 'What came of an erasure.', simpleResolvers: true })
export class PersonErasePayload {
  @Field(() => Int, { nullable: true, description: 'How many rows were deleted or emptied.' })
  rows?: number | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@ObjectType({ description: 'What came of holding data, or of lifting holds.', simpleResolvers: true })
export class LegalHoldPayload {
  @Field(() => Beneficiary, { nullable: true, description: 'The person as known now.' })
  beneficiary?: Beneficiary | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
