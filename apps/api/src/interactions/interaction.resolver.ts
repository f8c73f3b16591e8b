import { decidedFirst, mayDecide } from '@sila/domain/appeal'
import { actsFor, interactionActs } from '@sila/domain/interaction'
import { can } from '@sila/domain/permission'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql'
import { showsMore } from '../beneficiaries/person.columns.ts'
import { afterHelp, firstHelp, isId, pageSize } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { selectedBelow } from '../graphql/lookahead.ts'
import { countInbox } from './counts.ts'
import { readEntries } from './entry.read.ts'
import { followInbox } from './interaction.feed.ts'
import { InteractionFilter, InteractionSortEnum } from './interaction.filter.ts'
import type { InteractionSort } from './interaction.filter.ts'
import { Interaction } from './interaction.entity.ts'
import { readInbox, readInteraction } from './interaction.rows.ts'
import type { InteractionRow } from './interaction.rows.ts'
import {
  EntryConnection,
  InboxCounts,
  InteractionConnection,
  InteractionFeedItem,
} from './interaction.types.ts'

@Resolver(() => Interaction)
export class InteractionResolver {
  @Query(() => InteractionConnection, { description: 'The inbox: one page of interactions.' })
  interactions(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
    @Arg('where', () => InteractionFilter, { nullable: true, description: 'Which ones; all where missing.' })
    where?: InteractionFilter,
    @Arg('sort', () => InteractionSortEnum, {
      nullable: true,
      description: 'In which order; newest activity first where missing.',
    })
    sort?: InteractionSort,
  ): Promise<InteractionConnection> {
    demand(ctx, 'interaction.read')
    const wholePeople = showsMore(selectedBelow(info, 'nodes', 'beneficiary'))
    return readInbox(ctx, { first: pageSize(first), after, where, sort, wholePeople })
  }

  @Query(() => Interaction, { nullable: true, description: 'One interaction; null where there is none.' })
  async interaction(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Interaction | null> {
    demand(ctx, 'interaction.read')
    const found = isId(id) ? await readInteraction(ctx, id) : null
    ctx.house.looks.noteLater(ctx.actor, found?.beneficiaryId, 'INTERACTION', ctx.now, id)
    return found
  }

  @Query(() => InboxCounts, { description: 'How many matters lie in each folder now.' })
  inboxCounts(@Ctx() ctx: Context): Promise<InboxCounts> {
    return countInbox(ctx.house, demand(ctx, 'interaction.read').viewer, true)
  }

  @FieldResolver(() => [String], {
    description: 'What the signed-in person may do with it now, by the names of the acts.',
  })
  acts(@Root() row: InteractionRow, @Ctx() ctx: Context): string[] {
    const { actor } = ctx
    if (actor.type !== 'STAFF') return []
    return actsFor(row.kind, row.status)
      .filter((act) => can(actor.staff.viewer, interactionActs[act].permission, row))
      .filter((act) => mayDecide('interaction', act, row, actor.staff.id))
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the signed-in person decided what is appealed against now, so that another decides.',
  })
  decidedFirst(@Root() row: InteractionRow, @Ctx() { actor }: Context): boolean {
    return actor.type === 'STAFF' && decidedFirst(row, actor.staff.id)
  }

  @FieldResolver(() => EntryConnection, { description: 'The thread, oldest first.' })
  entries(
    @Root() row: InteractionRow,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<EntryConnection> {
    ctx.house.looks.noteLater(ctx.actor, row.beneficiaryId, 'INTERACTION', ctx.now, row.id)
    return readEntries(ctx, row.id, pageSize(first), after)
  }

  @Subscription(() => InteractionFeedItem, {
    description:
      'Every change in the inbox, as it happens. Send the last `cursor` as `after` to miss nothing after a cut.',
    subscribe: ({ args, context }: { args: { after?: string }; context: Context }) =>
      followInbox(context, args.after),
  })
  interactionFeed(
    @Root() item: InteractionFeedItem,
    @Arg('after', () => String, { nullable: true, description: 'The last cursor that was received.' })
    _after?: string,
  ): InteractionFeedItem {
    return item
  }
}
