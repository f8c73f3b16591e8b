import { dimensionKeys, measureKeys } from '@sila/domain/measure'
import type { DimensionKey, MeasureKey } from '@sila/domain/measure'
import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../graphql/enums.ts'

export const MeasureKeyEnum = enumOf(
  'MeasureKey',
  'What can be counted; spam and merged matters are not.',
  measureKeys,
  {
    INTERACTIONS: 'Matters that came in within the period.',
    ANSWERED: 'Of the matters that came in within the period, those answered in words until now.',
    ANSWERED_IN_TIME: 'Of the promises that fell due within the period, the share that was kept, in percent.',
    MEDIAN_FIRST_ANSWER: 'Half of the matters answered were answered within so many working hours.',
    REOPENED: 'Of the matters that came in within the period, the share that was opened again, in percent.',
    REQUESTS: 'Requests for services that came in within the period.',
    REQUESTS_FULFILLED: 'Of the requests that came in within the period, those fulfilled until now.',
    CSAT: 'The mean of the ratings given within the period, 1 to 5; never of fewer than five, never of a team or a person (M3).',
  },
)
export const DimensionKeyEnum = enumOf(
  'DimensionKey',
  'By what a measure can be broken down.',
  dimensionKeys,
  {
    MONTH: 'The month in the time of Riyadh, 2026-11.',
    WEEK: 'The week by its Sunday, 2026-11-22.',
    CHANNEL: 'How it came, by the keys of the seven channels.',
    KIND: 'Why the person came.',
    LANGUAGE: "Code of the language of the person's words.",
    STATUS: 'How far it has come by now.',
    TEAM: 'Id of the team that owns it; empty where none does.',
    SERVICE: 'Key of the service.',
  },
)

@ObjectType({ description: 'A span of time, from included, to not included.', simpleResolvers: true })
export class Period {
  @Field(() => GraphQLISODateTime, { description: 'Its first instant.' })
  from!: Date

  @Field(() => GraphQLISODateTime, { description: 'The first instant behind it.' })
  to!: Date
}

@InputType({ description: 'A span of time, ten years at the most.' })
export class PeriodInput {
  @Field(() => GraphQLISODateTime, { description: 'Its first instant.' })
  from!: Date

  @Field(() => GraphQLISODateTime, { description: 'The first instant behind it.' })
  to!: Date
}

@InputType({ description: 'Only rows with one of these values.' })
export class ReportWhere {
  @Field(() => DimensionKeyEnum, { description: 'The dimension.' })
  dimension!: DimensionKey;

  @Field(() => [String], { description: 'Its values, as they stand in the keys of rows; 50 at the most.' })
  in!: string[]
}

@ObjectType({ description: 'What stands in a place of every row.', simpleResolvers: true })
export class ReportColumn {
  @Field(() => String, { description: 'Key of the dimension or measure.' })
  key!: string

  @Field(() => String, { description: 'What it is called, in the language of the asker.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'Of a measure: COUNT, PERCENT, HOURS or SCORE.' })
  unit?: string | null

  @Field(() => String, { description: 'DIMENSION or MEASURE; dimensions come first.' })
  type!: string
}

@ObjectType({ description: 'One group.', simpleResolvers: true })
export class ReportRow {
  @Field(() => [String], { description: 'The value of each dimension; empty where the group has none.' })
  keys!: string[]

  @Field(() => [Float], {
    nullable: 'items',
    description: 'The value of each measure; none where there is nothing to count, or too little to show.',
  })
  values!: (number | null)[]

  @Field(() => Int, { description: 'How many cases the first measure rests on.' })
  n!: number

  @Field(() => Boolean, { description: 'Whether a value is withheld, so that no person stands behind it.' })
  suppressed!: boolean
}

@ObjectType({ description: 'Figures from the live data.', simpleResolvers: true })
export class Report {
  @Field(() => [ReportColumn], { description: 'Dimensions first, then measures.' })
  columns!: ReportColumn[]

  @Field(() => [ReportRow], { description: 'The groups, in the order of their keys.' })
  rows!: ReportRow[]

  @Field(() => Period, { description: 'The period asked for.' })
  period!: Period

  @Field(() => Int, { description: 'How many cases the first measure rests on, all groups together.' })
  n!: number

  @Field(() => Boolean, { description: 'Whether there are more groups than were asked for.' })
  truncated!: boolean
}

/** What a report is asked for. */
export type ReportAsk = {
  measures: readonly MeasureKey[]
  by: readonly DimensionKey[]
  where: readonly { dimension: DimensionKey; in: readonly string[] }[]
  period: { from: Date; to: Date }
  /** Who asks: complaints about them are counted for others alone. */
  askedBy?: string
}
