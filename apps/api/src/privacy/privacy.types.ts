import type { DataPurpose, DataSubject, ErasureEffect, PersonalClass } from '@sila/domain/personal-data'
import type { RecordKind } from '@sila/domain/retention'
import { Field, Int, ObjectType } from 'type-graphql'
import { RecordKindEnum } from '../retention/retention.types.ts'
import { DataPurposeEnum, DataSubjectEnum, ErasureEffectEnum, PersonalClassEnum } from './privacy.enums.ts'

@ObjectType({
  description: 'One line of the register of processing: a column that holds personal data.',
  simpleResolvers: true,
})
export class ProcessingLine {
  @Field(() => String, { description: 'The table.' })
  table!: string

  @Field(() => String, { description: 'The column.' })
  column!: string

  @Field(() => DataSubjectEnum, { description: 'Whose data it is.' })
  subject!: DataSubject

  @Field(() => PersonalClassEnum, { description: 'What kind of data it is.' })
  class!: PersonalClass

  @Field(() => DataPurposeEnum, { description: 'What it is held for.' })
  purpose!: DataPurpose

  @Field(() => RecordKindEnum, { description: 'As what kind of record it is kept.' })
  record!: RecordKind

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months after it was last needed; permanently where empty.',
  })
  months!: number | null

  @Field(() => Boolean, { description: 'Whether the person gets it with a copy.' })
  exportable!: boolean

  @Field(() => ErasureEffectEnum, { description: 'What erasure does with it.' })
  erasure!: ErasureEffect
}
