import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { BeneficiaryKind } from '@sila/domain/beneficiary'
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { BeneficiaryKindEnum } from '../graphql/enums.ts'

@ObjectType({
  description:
    'Somebody whom the association serves: a person, a family, a group, an organisation or a department.',
  simpleResolvers: true,
})
@Entity({ tableName: 'beneficiary' })
export class Beneficiary {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Field(() => String, { description: 'The number people say, with a check digit.' })
  @Property({ type: 'text' })
  number!: string

  @Field(() => String, { description: 'As the person writes it, in any script; empty where none was given.' })
  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'text' })
  nameFolded!: string

  @Property({ type: 'array' })
  nameKeys!: string[]

  @Field(() => BeneficiaryKindEnum, { description: 'One person or more.' })
  @Property({ type: 'text' })
  kind!: BeneficiaryKind

  @Field(() => String, { description: 'Code of the language in which the person wants to be answered.' })
  @Property({ type: 'text' })
  preferredLanguage!: string

  @Field(() => [String], { description: 'Codes of the languages the person speaks.' })
  @Property({ type: 'array' })
  spokenLanguages!: string[]

  @Field(() => String, { nullable: true, description: 'Where the person lives.' })
  @Property({ type: 'text', nullable: true })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'The group of beneficiaries, e.g. RESIDENT_WORKER.' })
  @Property({ type: 'text', nullable: true })
  segment?: string | null

  @Field(() => GraphQLISODateTime, { description: 'When the association first met the person.' })
  @Property({ type: 'datetime' })
  since!: Date
}
