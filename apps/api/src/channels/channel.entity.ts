import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { ChannelCode, ChannelState } from '@sila/domain/channel'
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql'
import { ChannelCodeEnum, ChannelStateEnum } from '../graphql/enums.ts'

@ObjectType({ description: 'One interval in which a channel is attended.', simpleResolvers: true })
export class ChannelHours {
  @Field(() => Int, { description: 'Day of the week, 0 Sunday to 6 Saturday.' })
  day!: number

  @Field(() => String, { description: 'Start, e.g. 08:00, in the time of Riyadh.' })
  from!: string

  @Field(() => String, { description: 'End, exclusive, e.g. 12:00.' })
  to!: string
}

@ObjectType({
  description: 'One of the seven channels, with its account, hours and state.',
  simpleResolvers: true,
})
@Entity({ tableName: 'channel' })
export class Channel {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Field(() => ChannelCodeEnum, { description: 'Which of the seven.' })
  @Property({ type: 'text' })
  code!: ChannelCode

  @Field(() => String, { description: 'Its number, address or name.' })
  @Property({ type: 'text' })
  account!: string

  @Field(() => ChannelStateEnum, { description: 'Whether it takes matters now.' })
  @Property({ type: 'text' })
  state!: ChannelState

  @Field(() => [ChannelHours], { description: 'When it is attended; empty means always.' })
  @Property({ type: 'json' })
  hours!: ChannelHours[]

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When something last came in by it.' })
  lastReceivedAt?: Date | null

  @Field(() => Int, { description: 'How many matters came in by it today.' })
  receivedToday?: number
}
