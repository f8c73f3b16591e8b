import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { ContactType } from '@sila/domain/beneficiary'
import type { ConsentPurpose } from '@sila/domain/consent'
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { ConsentPurposeEnum, ContactTypeEnum } from '../graphql/enums.ts'
import { Beneficiary } from './beneficiary.entity.ts'

@ObjectType({ description: 'What a beneficiary allowed, and whether it still holds.', simpleResolvers: true })
@Entity({ tableName: 'consent' })
export class Consent {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @ManyToOne(() => Beneficiary, { mapToPk: true, fieldName: 'beneficiary_id' })
  beneficiaryId!: string

  @Field(() => ConsentPurposeEnum, { description: 'What it is for.' })
  @Property({ type: 'text' })
  purpose!: ConsentPurpose

  @Field(() => ContactTypeEnum, {
    nullable: true,
    description: 'The one channel it is for; all where empty.',
  })
  @Property({ type: 'text', nullable: true })
  channel?: ContactType | null

  @Field(() => GraphQLISODateTime, { description: 'When it was given.' })
  @Property({ type: 'datetime' })
  givenAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was taken back.' })
  @Property({ type: 'datetime', nullable: true })
  withdrawnAt?: Date | null
}
