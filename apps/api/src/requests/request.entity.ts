import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { RequestStatus } from '@sila/domain/request'
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { Due } from '../matters/due.ts'
import { Matter } from '../matters/matter.ts'
import { RequestStatusEnum } from '../graphql/enums.ts'
import { Json } from '../graphql/scalars.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { Team } from '../staff/team.entity.ts'

@ObjectType({
  description: 'An application for a service: the "transaction" that the policy wants finished (O3).',
  simpleResolvers: true,
})
@Entity({ tableName: 'request' })
export class Request extends Matter {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Field(() => String, { description: 'The short reference that people say, with a check digit: R-104327.' })
  @Property({ type: 'text' })
  reference!: string

  @Property({ type: 'text' })
  serviceKey!: string

  @Field(() => RequestStatusEnum, { description: 'How far it has come.' })
  @Property({ type: 'text' })
  status!: RequestStatus

  @Field(() => Int, { description: 'Version of the form that the answers belong to.' })
  @Property({ type: 'integer' })
  formVersion!: number

  @Field(() => Json, { description: 'What the person filled in, by the names of the form.' })
  @Property({ type: 'json' })
  answers!: Record<string, unknown>

  @Property({ type: 'boolean' })
  permitExplained!: boolean

  @Field(() => String, { description: 'Code of the language in which the person applied.' })
  @Property({ type: 'text' })
  language!: string

  @Field(() => GraphQLISODateTime, { description: 'When the person applied.' })
  @Property({ type: 'datetime' })
  submittedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'When anything last happened to it.' })
  @Property({ type: 'datetime' })
  lastActivityAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was approved or rejected.' })
  @Property({ type: 'datetime', nullable: true })
  decidedAt?: Date | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the service was delivered.' })
  @Property({ type: 'datetime', nullable: true })
  fulfilledAt?: Date | null

  @Property({ type: 'datetime', nullable: true })
  closedAt?: Date | null

  @Field(() => String, {
    nullable: true,
    description: 'The number under which it was lodged outside, e.g. in Taysir (D4).',
  })
  @Property({ type: 'text', nullable: true })
  externalReference?: string | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was lodged outside.' })
  @Property({ type: 'datetime', nullable: true })
  lodgedAt?: Date | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the outside body decided.' })
  @Property({ type: 'datetime', nullable: true })
  externalDecidedAt?: Date | null

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when the person must be contacted about the outside decision (D4).',
  })
  @Property({ type: 'datetime', nullable: true })
  contactDueAt?: Date | null

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the person was told of the outside decision (D4).',
  })
  @Property({ type: 'datetime', nullable: true })
  contactedAt?: Date | null

  @Field(() => String, { nullable: true, description: 'Code of the reason of a refusal.' })
  @Property({ type: 'text', nullable: true })
  rejectionCode?: string | null

  @Field(() => String, { nullable: true, description: 'The reason of a refusal in words.' })
  @Property({ type: 'text', nullable: true })
  rejectionText?: string | null

  @Field(() => [String], { description: 'Everything that is still missing, named at once.' })
  @Property({ type: 'array' })
  neededItems: string[] = []

  @Field(() => String, {
    nullable: true,
    description: 'What was delivered: a seat, a certificate number, a delivery.',
  })
  @Property({ type: 'text', nullable: true })
  deliverable?: string | null

  @Property({ type: 'text' })
  searchText!: string

  @Field(() => Int, { description: 'Grows with every change; send it back with an act.' })
  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'boolean' })
  open!: boolean

  @Field(() => Beneficiary, { nullable: true, description: 'Who applied.' })
  beneficiary?: Beneficiary | null

  @Field(() => StaffMember, { nullable: true, description: 'Who owns it; null where nobody does.' })
  assignee?: StaffMember | null

  @Field(() => Team, { nullable: true, description: 'The team that owns it.' })
  team?: Team | null

  @Field(() => Due, { nullable: true, description: 'The clock of what is promised next.' })
  due?: Due | null
}
