import { channels } from '@sila/domain/channel'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Channel } from './channel.entity.ts'
import { readChannels } from './channel.rows.ts'
import { ChannelPayload, ChannelUpdateInput } from './channel.types.ts'
import { updateChannel } from './index.ts'

@Resolver(() => Channel)
export class ChannelResolver {
  @Query(() => [Channel], { description: 'The seven channels, in the order of the policy.' })
  channels(@Ctx() ctx: Context): Promise<Channel[]> {
    demand(ctx, 'channel.read')
    return readChannels(ctx)
  }

  @FieldResolver(() => String, { description: 'The clause of the policy that names it: C1 to C7.' })
  clause(@Root() channel: Pick<Channel, 'code'>): string {
    return channels[channel.code].clause
  }

  @Mutation(() => ChannelPayload, { description: 'Changes account, state or hours of a channel.' })
  channelUpdate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The channel.' }) id: string,
    @Arg('input', () => ChannelUpdateInput, { description: 'What changes.' }) input: ChannelUpdateInput,
  ): Promise<ChannelPayload> {
    return updateChannel(ctx, id, input)
  }
}
