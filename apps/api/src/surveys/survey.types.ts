import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Period } from '../reports/report.types.ts'

@ObjectType({ description: 'How many gave a score.', simpleResolvers: true })
export class ScoreCount {
  @Field(() => Int, { description: 'The score.' })
  score!: number

  @Field(() => Int, { description: 'How many gave it.' })
  count!: number
}

@ObjectType({
  description: 'What beneficiaries said of the service; never of a person who serves (M3).',
  simpleResolvers: true,
})
export class SurveyResults {
  @Field(() => Period, { description: 'The period asked for.' })
  period!: Period

  @Field(() => Int, { description: 'How many were asked for a rating in it.' })
  invited!: number

  @Field(() => Int, {
    description: 'How many ratings were counted in it; they are in batches of five or more of a kind.',
  })
  answered!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Of those asked in it, the share that answered, in percent; none where nobody was asked.',
  })
  responseRate?: number | null

  @Field(() => Boolean, { description: 'Whether there are ratings enough to show what they say.' })
  enough!: boolean

  @Field(() => Float, { nullable: true, description: 'The mean satisfaction, 1 to 5.' })
  csat?: number | null

  @Field(() => [ScoreCount], { nullable: true, description: 'How many gave each satisfaction, 1 to 5.' })
  distribution?: ScoreCount[] | null

  @Field(() => [ScoreCount], { nullable: true, description: 'How many gave each effort, 1 easy to 5 hard.' })
  easeDistribution?: ScoreCount[] | null

  @Field(() => [String], {
    nullable: true,
    description:
      'What people wrote, in no order; 50 at the most. Only where five of a batch were asked in one language.',
  })
  comments?: string[] | null
}
