import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql'
import { isId } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { PresenceStateEnum } from '../graphql/enums.ts'
import type { PresenceState } from '../graphql/enums.ts'
import { Interaction } from './interaction.entity.ts'
import type { InteractionRow } from './interaction.rows.ts'
import { followPresence } from './presence.feed.ts'
import { setPresence } from './presence.act.ts'
import { Presence, presenceOf, presentAt } from './presence.ts'

@Resolver(() => Interaction)
export class PresenceResolver {
  @FieldResolver(() => [Presence], { description: 'Colleagues who have it open now.' })
  viewers(@Root() row: InteractionRow, @Ctx() ctx: Context): Promise<Presence[]> {
    return row.present === undefined ? presentAt(ctx).load(row.id) : presenceOf(ctx.house, row.present ?? [])
  }

  @Mutation(() => Boolean, {
    description: 'Says that I look at a thread, write in it, or have left it; repeat it every 15 seconds.',
  })
  async presenceSet(
    @Ctx() ctx: Context,
    @Arg('interactionId', () => ID, { description: 'The thread.' }) interactionId: string,
    @Arg('state', () => PresenceStateEnum, { description: 'What I do.' }) state: PresenceState,
  ): Promise<boolean> {
    return isId(interactionId) && setPresence(ctx, interactionId, state)
  }

  @Subscription(() => [Presence], {
    description: 'Who has a thread open: now, and whenever that changes.',
    subscribe: ({ args, context }: { args: { interactionId: string }; context: Context }) =>
      followPresence(context, args.interactionId),
  })
  presence(
    @Root() present: Presence[],
    @Arg('interactionId', () => ID, { description: 'The thread.' }) _interactionId: string,
  ): Presence[] {
    return present
  }
}
