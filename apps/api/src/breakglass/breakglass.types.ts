import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Look } from '../privacy/person.types.ts'
import { Problem } from '../graphql/problem.ts'
import { Json } from '../graphql/scalars.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { TrackedTypeEnum } from '../tracking/tracked.types.ts'

type MatterType = keyof typeof TrackedTypeEnum

@InputType({ description: 'Which matter is opened in an emergency, why, and who it is that asks.' })
export class BreakGlassOpenInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'The reference of the matter, in any digits.' })
  reference!: string

  @Field(() => String, { description: 'Why, so that another can judge it: 20 to 500 signs.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'The code of the app, where one is set up.' })
  code?: string | null

  @Field(() => Json, {
    nullable: true,
    description:
      'What the passkey answered to /api/auth/passkey/generate-authenticate-options, where one is set up.',
  })
  passkey?: Record<string, unknown> | null

  @Field(() => String, {
    nullable: true,
    description: 'The password, where no second factor is demanded nor set up.',
  })
  password?: string | null
}

@InputType({ description: 'That an opening ends now.' })
export class BreakGlassEndInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string
}

@ObjectType({ description: 'A matter that I have open in an emergency.', simpleResolvers: true })
export class BreakGlassOpening {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => TrackedTypeEnum, { description: 'Whether it is an interaction or a request.' })
  matterType!: MatterType

  @Field(() => ID, { description: 'The interaction or the request.' })
  matterId!: string

  @Field(() => String, { description: 'Its reference.' })
  reference!: string

  @Field(() => GraphQLISODateTime, { description: 'When it shuts by itself.' })
  until!: Date
}

@ObjectType({ description: 'What came of opening a matter in an emergency.', simpleResolvers: true })
export class BreakGlassOpenPayload {
  @Field(() => BreakGlassOpening, { nullable: true, description: 'What is open now.' })
  opening?: BreakGlassOpening | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was opened.' })
  problems!: Problem[]
}

@ObjectType({ description: 'What came of ending an opening.', simpleResolvers: true })
export class BreakGlassEndPayload {
  @Field(() => [Problem], { description: 'What to put right, where nothing was ended.' })
  problems!: Problem[]
}

@ObjectType({ description: 'That a matter was opened in an emergency.', simpleResolvers: true })
export class BreakGlassUse {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => StaffMember, { description: 'Who opened it.' })
  staff!: StaffMember

  @Field(() => TrackedTypeEnum, { description: 'Whether it is an interaction or a request.' })
  matterType!: MatterType

  @Field(() => String, { description: 'Its reference.' })
  reference!: string

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever opened it; none where its person was erased.',
  })
  reason!: string | null

  @Field(() => GraphQLISODateTime, { description: 'When it was opened.' })
  at!: Date

  @Field(() => GraphQLISODateTime, { description: 'When it shuts, or shut, by itself.' })
  until!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When somebody ended it before that.' })
  endedAt!: Date | null

  @Field(() => StaffMember, { nullable: true, description: 'Who ended it.' })
  endedBy!: StaffMember | null

  @Field(() => Boolean, { description: 'Whether it is open now.' })
  open!: boolean

  @Field(() => [Look], { description: 'What of the person was looked at by it, first to last.' })
  looks!: Look[]
}

@ObjectType({ description: 'One page of what was opened in emergencies.', simpleResolvers: true })
export class BreakGlassUseConnection {
  @Field(() => [BreakGlassUse], { description: 'The uses, newest first.' })
  nodes!: BreakGlassUse[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({
  description: 'That a matter was opened or shut in an emergency, with the place to resume from after a cut.',
  simpleResolvers: true,
})
export class BreakGlassFeedItem {
  @Field(() => String, { description: 'Send it as `after` to resume behind this item.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Too much was missed: load everything anew.' })
  reset!: boolean

  @Field(() => BreakGlassUse, {
    nullable: true,
    description: 'The use as it is now; none in the first item, which only names the cursor.',
  })
  use?: BreakGlassUse | null
}
