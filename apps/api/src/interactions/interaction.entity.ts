import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { ChannelCode } from '@sila/domain/channel'
import type { InteractionKind, InteractionStatus } from '@sila/domain/interaction'
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { Due } from '../matters/due.ts'
import { Matter } from '../matters/matter.ts'
import { ChannelCodeEnum, InteractionKindEnum, InteractionStatusEnum } from '../graphql/enums.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { Team } from '../staff/team.entity.ts'

@ObjectType({
  description: 'One matter that a beneficiary brought to the association, over any channel.',
  simpleResolvers: true,
})
@Entity({ tableName: 'interaction' })
export class Interaction extends Matter {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Field(() => String, { description: 'The short reference that people say, with a check digit: Q-104327.' })
  @Property({ type: 'text' })
  reference!: string

  @Field(() => InteractionKindEnum, { description: 'Why the person came.' })
  @Property({ type: 'text' })
  kind!: InteractionKind

  @Field(() => InteractionStatusEnum, { description: 'How far it has come.' })
  @Property({ type: 'text' })
  status!: InteractionStatus

  @Field(() => ChannelCodeEnum, { description: 'How it reached the association (C1-C7).' })
  @Property({ type: 'text' })
  channel!: ChannelCode

  @Field(() => String, { description: "Code of the language of the person's words." })
  @Property({ type: 'text' })
  language!: string

  @Field(() => String, { description: 'What it is about: given, or the beginning of the words.' })
  @Property({ type: 'text' })
  subject!: string

  @Field(() => String, { description: 'The beginning of the newest words.' })
  @Property({ type: 'text' })
  preview!: string

  @Property({ type: 'text' })
  searchText!: string

  @Field(() => Boolean, { description: 'Whether the person chose to stay unknown.' })
  @Property({ type: 'boolean' })
  anonymous!: boolean

  @ManyToOne(() => StaffMember, { mapToPk: true, nullable: true, fieldName: 'recorded_by' })
  recordedBy?: string | null

  @Field(() => GraphQLISODateTime, { description: 'When it reached the association.' })
  @Property({ type: 'datetime' })
  receivedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'When anything last happened to it.' })
  @Property({ type: 'datetime' })
  lastActivityAt!: Date

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was first answered in words.' })
  @Property({ type: 'datetime', nullable: true })
  answeredAt?: Date | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it came to its end.' })
  @Property({ type: 'datetime', nullable: true })
  closedAt?: Date | null

  @Property({ type: 'integer' })
  reopenedCount: number = 0

  // Since when the person waits for us; the order of "waiting longest".
  @Property({ type: 'datetime', nullable: true })
  waitingSince?: Date | null

  @Field(() => String, {
    nullable: true,
    description: 'What the person was asked for while it waits for them.',
  })
  @Property({ type: 'text', nullable: true })
  waitingReason?: string | null

  @Property({ type: 'datetime', nullable: true })
  lastInboundAt?: Date | null

  @Field(() => Int, { description: '0 with the officer, 1 head of department, 2 director, 3 board.' })
  @Property({ type: 'integer' })
  escalationLevel: number = 0

  @Property({ type: 'integer' })
  callTries: number = 0

  @Property({ type: 'text', nullable: true })
  social?: string | null

  @Property({ type: 'text', nullable: true })
  letterNumber?: string | null

  @Property({ type: 'text', nullable: true })
  link?: string | null

  @Field(() => Int, {
    description:
      'Grows with every change; send it back with an act, so that nothing is done to what you have not seen.',
  })
  @Property({ type: 'integer' })
  version: number = 1

  @Property({ type: 'boolean' })
  open!: boolean

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'Who brought it; null where the person stayed unknown.',
  })
  beneficiary?: Beneficiary | null

  @Field(() => StaffMember, { nullable: true, description: 'Who owns it; null where nobody does.' })
  assignee?: StaffMember | null

  @Field(() => Team, { nullable: true, description: 'The team that owns it.' })
  team?: Team | null

  @Field(() => Due, { nullable: true, description: 'The clock of what is promised next.' })
  due?: Due | null

  @Field(() => Boolean, {
    description: 'Whether the person wrote since the signed-in member of staff last looked.',
  })
  unread?: boolean
}
