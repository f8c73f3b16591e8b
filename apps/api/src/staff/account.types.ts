import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { WayInEnum } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { StaffMember } from './staff-member.entity.ts'

@ObjectType({ description: 'A place where the person is signed in.', simpleResolvers: true })
export class StaffSession {
  @Field(() => ID, { description: 'Opaque; opens nothing.' })
  id!: string

  @Field(() => String, { nullable: true, description: 'What the browser says of itself.' })
  userAgent?: string | null

  @Field(() => WayInEnum, {
    nullable: true,
    description: 'By which door the person came in; null where it was not noted yet.',
  })
  way?: keyof typeof WayInEnum | null

  @Field(() => GraphQLISODateTime, { description: 'When the person signed in there.' })
  startedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  endsAt!: Date

  @Field(() => Boolean, { description: 'Whether this very question came by it.' })
  current!: boolean
}

@ObjectType({ description: 'A device that signs the person in without a password.', simpleResolvers: true })
export class StaffPasskey {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { nullable: true, description: 'What the person calls it.' })
  name?: string | null

  @Field(() => GraphQLISODateTime, { description: 'When it was added.' })
  addedAt!: Date
}

@ObjectType({
  description: 'How whoever is signed in gets in, and where they are in.',
  simpleResolvers: true,
})
export class MyAccount {
  @Field(() => [StaffSession], { description: 'Where the person is signed in, the newest first.' })
  sessions!: StaffSession[]

  @Field(() => [StaffPasskey], { description: 'Passkeys, the newest first.' })
  passkeys!: StaffPasskey[]

  @Field(() => Boolean, { description: 'Whether a code from an app is asked after the password.' })
  totp!: boolean
}

@ObjectType({ description: 'How a member of staff gets in, for administrators.', simpleResolvers: true })
export class StaffAccount {
  @Field(() => ID, { description: 'The same as that of the member of staff.' })
  id!: string

  @Field(() => StaffMember, { description: 'The member of staff.' })
  staff!: StaffMember

  @Field(() => Boolean, { description: 'Whether the person may sign in at all.' })
  active!: boolean

  @Field(() => Boolean, {
    description: 'Whether a code from an app is asked; the secret itself is never shown.',
  })
  totp!: boolean

  @Field(() => Int, { description: 'How many passkeys the person has.' })
  passkeys!: number

  @Field(() => Int, { description: 'In how many places the person is signed in now.' })
  sessions!: number

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the person last signed in, as far as it is known.',
  })
  signedInAt?: Date | null
}

@InputType({ description: 'An act that needs no more than its key.' })
export class AccountActInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string
}

@ObjectType({ description: "What came of an act on one's own account.", simpleResolvers: true })
export class MyAccountPayload {
  @Field(() => MyAccount, { nullable: true, description: 'The account as it is now.' })
  account?: MyAccount | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@ObjectType({ description: "What came of an act on a colleague's account.", simpleResolvers: true })
export class StaffAccountPayload {
  @Field(() => StaffAccount, { nullable: true, description: 'The account as it is now.' })
  account?: StaffAccount | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
