import { papers } from '@sila/domain/paper'
import type { Paper } from '@sila/domain/paper'
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { enumOf } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

export const PaperEnum = enumOf('Paper', 'An official paper, which is shown and never copied.', papers)

@ObjectType({
  description: 'That an official paper was seen and verified. Nothing of what stands in it is kept.',
  simpleResolvers: true,
})
export class PaperSeen {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => PaperEnum, { description: 'Which paper.' })
  paper!: Paper

  @Field(() => GraphQLISODateTime, { description: 'When it was seen.' })
  seenAt!: Date

  @Field(() => StaffMember, { nullable: true, description: 'Who saw it.' })
  seenBy?: StaffMember | null

  @Field(() => String, {
    nullable: true,
    description: 'The last day on which the paper is good, 2027-03-31.',
  })
  expiresOn?: string | null

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was taken back as noted wrongly.',
  })
  unseenAt?: Date | null

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  unseenReason?: string | null
}

@ObjectType({
  description: "That the association's team saw a paper of the person who asks.",
  simpleResolvers: true,
})
export class MinePaper {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => PaperEnum, { description: 'Which paper.' })
  paper!: Paper

  @Field(() => GraphQLISODateTime, { description: 'When it was seen.' })
  seenAt!: Date

  @Field(() => String, { nullable: true, description: 'The last day on which the paper is good.' })
  expiresOn?: string | null
}

@InputType({ description: 'A paper that was shown.' })
export class PaperSeeInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => ID, { description: 'Whose.' })
  beneficiaryId!: string

  @Field(() => PaperEnum, { description: 'Which paper.' })
  paper!: Paper

  @Field(() => String, { nullable: true, description: 'The last day on which it is good, 2027-03-31.' })
  expiresOn?: string | null
}

@InputType({ description: 'Why it is taken back that a paper was seen.' })
export class PaperUnseeInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'The reason.' })
  reason!: string
}

@ObjectType({ description: 'What came of it.', simpleResolvers: true })
export class PaperPayload {
  @Field(() => Beneficiary, { nullable: true, description: 'The person as they are now.' })
  beneficiary?: Beneficiary | null

  @Field(() => [Problem], { description: 'What to put right.' })
  problems!: Problem[]
}
