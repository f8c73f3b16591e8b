import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { ContactType } from '@sila/domain/beneficiary'
import { Field, ID, ObjectType } from 'type-graphql'
import { ContactTypeEnum } from '../graphql/enums.ts'
import { Beneficiary } from './beneficiary.entity.ts'

@ObjectType({
  description: 'One way to reach a beneficiary. Several people may share one phone.',
  simpleResolvers: true,
})
@Entity({ tableName: 'contact_point' })
export class ContactPoint {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @ManyToOne(() => Beneficiary, { mapToPk: true, fieldName: 'beneficiary_id' })
  beneficiaryId!: string

  @Field(() => ContactTypeEnum, { description: 'What kind of address it is.' })
  @Property({ type: 'text' })
  type!: ContactType

  @Field(() => String, { description: 'A phone in international form (+966…) or an e-mail address.' })
  @Property({ type: 'text' })
  value!: string

  @Field(() => Boolean, { description: 'Whether the person prefers it.' })
  @Property({ type: 'boolean' })
  preferred!: boolean

  /** Whether a code that is sent to it opens the record: what somebody else may have named does not, until it is proven. */
  @Property({ type: 'boolean', default: true })
  opens!: boolean
}
