import { exportedWhats } from '@sila/domain/personal-data'
import type { ExportedWhat } from '@sila/domain/personal-data'
import type { DimensionKey, MeasureKey } from '@sila/domain/measure'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { PageInfo } from '../graphql/connection.ts'
import { enumOf } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { DimensionKeyEnum, MeasureKeyEnum, PeriodInput, ReportWhere } from '../reports/report.types.ts'
import { Json } from '../graphql/scalars.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

export const ExportedWhatEnum = enumOf(
  'ExportedWhat',
  'What was taken out of the house as a file.',
  exportedWhats,
  {
    REPORT: 'Figures.',
    PERSON: 'A copy of everything about a person.',
    MATTERS: 'Matters or requests, masked.',
    REGISTER: 'The register of processing.',
  },
)
export const MatterTypeEnum = enumOf('ExportedMatters', 'Of what a masked list is made.', [
  'INTERACTIONS',
  'REQUESTS',
] as const)

@InputType({ description: 'A report as a file.' })
export class ReportExportInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => [MeasureKeyEnum], { description: 'What to count.' })
  measures!: MeasureKey[]

  @Field(() => [DimensionKeyEnum], { description: 'By what to break it down, three at the most.' })
  by!: DimensionKey[]

  @Field(() => [ReportWhere], { description: 'Only what has these values; all conditions must hold.' })
  where!: ReportWhere[]

  @Field(() => PeriodInput, { description: 'Over which span of time.' })
  period!: PeriodInput
}

@InputType({ description: 'A list of matters as a file: facts alone, whoever asks.' })
export class MatterExportInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => MatterTypeEnum, { description: 'Of what.' })
  of!: keyof typeof MatterTypeEnum

  @Field(() => PeriodInput, { description: 'Those that came in within it.' })
  period!: PeriodInput
}

@InputType({ description: 'The register of processing as a file.' })
export class RegisterExportInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string
}

@ObjectType({ description: 'A file to keep.', simpleResolvers: true })
export class ExportedFile {
  @Field(() => String, { description: 'A name for it.' })
  name!: string

  @Field(() => String, { description: 'What stands in it: CSV, in which no cell can run as a formula.' })
  text!: string

  @Field(() => Int, { description: 'How many rows it has, without its head.' })
  rows!: number
}

@ObjectType({ description: 'What came of an export.', simpleResolvers: true })
export class ExportPayload {
  @Field(() => ExportedFile, { nullable: true, description: 'The file; that it was given is noted.' })
  file?: ExportedFile | null

  @Field(() => [Problem], { description: 'What to put right, where none was made.' })
  problems!: Problem[]
}

@ObjectType({ description: 'That something was taken out of the house as a file.', simpleResolvers: true })
export class DataExport {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date

  @Field(() => ExportedWhatEnum, { description: 'What.' })
  what!: ExportedWhat

  @Field(() => Int, { description: 'How many rows.' })
  rows!: number

  @Field(() => Json, { description: 'What was asked for.' })
  filter!: Record<string, unknown>

  @Field(() => StaffMember, { nullable: true, description: 'By whom; whoever runs the server where empty.' })
  by?: StaffMember | null

  @Field(() => Beneficiary, { nullable: true, description: 'Of whom, where it was the copy of a person.' })
  beneficiary?: Beneficiary | null
}

@ObjectType({ description: 'One page of exports.', simpleResolvers: true })
export class DataExportConnection {
  @Field(() => [DataExport], { description: 'The exports.' })
  nodes!: DataExport[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}
