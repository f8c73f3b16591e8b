import type { ChannelState } from '@sila/domain/channel'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ChannelStateEnum } from '../graphql/enums.ts'
import { Problem } from '../graphql/problem.ts'
import { Channel } from './channel.entity.ts'

@InputType({ description: 'One interval in which a channel is attended.' })
export class ChannelHoursInput {
  @Field(() => Int, { description: 'Day of the week, 0 Sunday to 6 Saturday.' })
  day!: number

  @Field(() => String, { description: 'Start, e.g. 08:00, in the time of Riyadh.' })
  from!: string

  @Field(() => String, { description: 'End, exclusive, e.g. 12:00.' })
  to!: string
}

@InputType({ description: 'What is to be changed of a channel; what is missing stays.' })
export class ChannelUpdateInput {
  @Field(() => String, {
    description:
      'Made once for one intention, 8 to 100 signs: sent again with the same content it does nothing twice.',
  })
  clientMutationId!: string

  @Field(() => String, { nullable: true, description: 'Its number, address or name.' })
  account?: string | null

  @Field(() => ChannelStateEnum, { nullable: true, description: 'Whether it takes matters now.' })
  state?: ChannelState | null

  @Field(() => [ChannelHoursInput], {
    nullable: true,
    description: 'When it is attended; an empty list means always.',
  })
  hours?: ChannelHoursInput[] | null
}

@ObjectType({ description: 'What came of an act on a channel.', simpleResolvers: true })
export class ChannelPayload {
  @Field(() => Channel, { nullable: true, description: 'The channel as it is now.' })
  channel?: Channel | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}
