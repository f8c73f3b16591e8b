import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql'
import type { Clause as DomainClause, PolicyPromise } from '@sila/domain/policy'
import { Period } from '../reports/report.types.ts'
import type { Words } from '../words.ts'

@ObjectType({ description: 'What a clause means in figures, and how it stands now.', simpleResolvers: true })
export class ClausePromise {
  definition!: PolicyPromise

  @Field(() => Float, { description: 'What is promised.' })
  target!: number

  @Field(() => String, {
    description: 'In what it is counted: PERCENT, COUNT, SCORE, DAYS, HOURS or MINUTES.',
  })
  unit!: string

  @Field(() => String, { description: 'AT_LEAST or AT_MOST: on which side of the target it is kept.' })
  comparison!: string

  @Field(() => Float, {
    nullable: true,
    description: 'The live figure; none where none is counted yet, or where there are too few cases.',
  })
  value?: number | null

  @Field(() => Int, { description: 'On how many cases it rests.' })
  n!: number

  @Field(() => Boolean, { description: 'Whether these are enough to show a figure.' })
  enough!: boolean

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the promise is kept; none without a figure.',
  })
  kept?: boolean | null

  @Field(() => Period, { description: 'Over which span of time it is counted.' })
  period!: Period
}

@ObjectType({ description: 'One sentence of the policy, with what it promises.', simpleResolvers: true })
export class Clause {
  definition!: DomainClause
  associationName!: Words

  @Field(() => String, { description: 'Its number, e.g. O2.' })
  id!: string

  @Field(() => ClausePromise, { nullable: true, description: 'What it promises in figures.' })
  promise?: ClausePromise | null
}

@ObjectType({
  description: 'The policy in force: what the association owes to its beneficiaries.',
  simpleResolvers: true,
})
export class Policy {
  associationName!: Words

  @Field(() => Int, { description: 'Number of the version in force.' })
  version!: number

  @Field(() => GraphQLISODateTime, { description: 'Since when it is in force.' })
  inForceSince!: Date

  @Field(() => [Clause], { description: 'Its clauses, in order.' })
  clauses!: Clause[]
}
