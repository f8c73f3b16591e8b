import { dimensionKeys, dimensions, measureKeys, measures } from '@sila/domain/measure'
import type { DimensionKey, MeasureKey } from '@sila/domain/measure'
import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../enums.ts'

export const MeasureKeyEnum = enumOf('MeasureKey', 'What can be counted.', measureKeys, labelsOf(measures))
export const DimensionKeyEnum = enumOf(
  'DimensionKey',
  'By what a measure can be broken down.',
  dimensionKeys,
  labelsOf(dimensions),
)

function labelsOf<Key extends string>(table: Record<Key, { en: string }>): Record<Key, string> {
  const labels = Object.entries<{ en: string }>(table).map(([key, row]) => [key, `${row.en}.`])
  return Object.fromEntries(labels) as Record<Key, string>
}

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
}
