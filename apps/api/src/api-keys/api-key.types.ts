import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

@ObjectType({
  description: 'What questions may cost within a span, and what is left of it.',
  simpleResolvers: true,
})
export class BudgetSpan {
  @Field(() => Int, { description: 'What questions may cost together.' })
  limit!: number

  @Field(() => Int, { description: 'What is left.' })
  left!: number

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When all of it is there again; null where nothing is spent.',
  })
  renewsAt!: Date | null
}

@ObjectType({ description: 'What is left of a budget.', simpleResolvers: true })
export class Budget {
  @Field(() => BudgetSpan, { description: 'Of the hour.' })
  hour!: BudgetSpan

  @Field(() => BudgetSpan, { description: 'Of the day.' })
  day!: BudgetSpan
}

@ObjectType({
  description: 'By which a program reads in the name of a member of staff. The key itself is not kept.',
  simpleResolvers: true,
})
export class ApiKey {
  @Field(() => ID, { description: 'Opaque; opens nothing.' })
  id!: string

  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string

  @Field(() => String, { description: 'How the key begins, by which it is recognised.' })
  mark!: string

  @Field(() => StaffMember, { description: 'In whose name it reads.' })
  owner!: StaffMember

  @Field(() => [String], {
    description: 'Permissions that it is let to, as far as its owner has them when it asks.',
  })
  scopes!: string[]

  @Field(() => Boolean, { description: 'Whether it opens anything: neither ended nor expired.' })
  open!: boolean

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  madeAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When somebody ended it.' })
  endedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'The day on which it was last used, 2026-11-25.' })
  usedOn!: string | null

  @Field(() => Budget, { description: 'What its questions may still cost.' })
  budget!: Budget
}

@InputType({ description: 'The key that is asked for.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => String, { description: 'What it is called, up to 60 signs.' })
  name!: string

  @Field(() => [String], { description: 'Permissions of its owner that only read.' })
  scopes!: string[]

  @Field(() => Int, { nullable: true, description: 'For how many days, 1 to 365; 90 where nothing is said.' })
  days?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'What its questions may cost in an hour, 1,000 to 1,000,000.',
  })
  hourBudget?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'What its questions may cost in a day, 1,000 to 10,000,000.',
  })
  dayBudget?: number | null
}

@ObjectType({ description: 'What came of making a key.', simpleResolvers: true })
export class ApiKeyCreatePayload {
  @Field(() => ApiKey, { nullable: true, description: 'What is kept of the key.' })
  apiKey?: ApiKey | null

  @Field(() => String, {
    nullable: true,
    description: 'The key itself, shown this once; null where the act was sent again.',
  })
  key?: string | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@InputType({ description: 'The end of a key.' })
export class ApiKeyEndInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string
}

@ObjectType({ description: 'What came of ending a key.', simpleResolvers: true })
export class ApiKeyEndPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now.' })
  apiKey?: ApiKey | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
