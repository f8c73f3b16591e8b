import { decidedFirst, mayDecide } from '@sila/domain/appeal'
import { actsFor, interactionActs } from '@sila/domain/interaction'
import { can } from '@sila/domain/permission'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import { showsMore } from '../beneficiaries/person.columns.ts'
import { afterHelp, firstHelp, isId, pageSize } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { PresenceStateEnum } from '../graphql/enums.ts'
import type { PresenceState } from '../graphql/enums.ts'
import { selectedBelow } from '../graphql/lookahead.ts'
import { countInbox } from './counts.ts'
import { readEntries } from './entry.read.ts'
import { followInbox } from './interaction.feed.ts'
import { InteractionFilter, InteractionSortEnum } from './interaction.filter.ts'
import type { InteractionSort } from './interaction.filter.ts'
import * as acts from './index.ts'
import { Interaction } from './interaction.entity.ts'
import { readInbox, readInteraction } from './interaction.rows.ts'
import type { InteractionRow } from './interaction.rows.ts'
import {
  EntryConnection,
  InboxCounts,
  InteractionActInput,
  InteractionAnswerInput,
  InteractionAssignInput,
  InteractionConnection,
  InteractionDecideInput,
  InteractionFeedItem,
  InteractionNoteInput,
  InteractionPayload,
  InteractionRecordInput,
  InteractionSubmitInput,
  InteractionSubmitPayload,
} from './interaction.types.ts'
import { followPresence } from './presence.feed.ts'
import { setPresence } from './presence.act.ts'
import { Presence, presenceOf } from './presence.ts'
import { loadersOf } from '../loaders.ts'

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

  @FieldResolver(() => [Presence], { description: 'Colleagues who have it open now.' })
  viewers(@Root() row: InteractionRow, @Ctx() ctx: Context): Promise<Presence[]> {
    return row.present === undefined
      ? loadersOf(ctx).presence.load(row.id)
      : presenceOf(ctx.house, row.present ?? [])
  }

  @Mutation(() => InteractionSubmitPayload, {
    description: 'Brings a matter to the association; no account is needed.',
  })
  interactionSubmit(
    @Arg('input', () => InteractionSubmitInput, { description: 'The matter.' }) input: InteractionSubmitInput,
    @Ctx() ctx: Context,
  ): Promise<InteractionSubmitPayload> {
    return acts.submitInteraction(ctx, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Writes down a matter that came by any channel.' })
  interactionRecord(
    @Arg('input', () => InteractionRecordInput, { description: 'The matter.' }) input: InteractionRecordInput,
    @Ctx() ctx: Context,
  ): Promise<InteractionPayload> {
    return acts.recordInteraction(ctx, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Makes me the owner.' })
  interactionTake(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.takeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Gives it to a person or a team, or back to nobody.' })
  interactionAssign(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionAssignInput, { description: 'To whom.' }) input: InteractionAssignInput,
  ): Promise<InteractionPayload> {
    return acts.assignInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Sends an answer to the beneficiary.' })
  interactionAnswer(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionAnswerInput, { description: 'The answer.' }) input: InteractionAnswerInput,
  ): Promise<InteractionPayload> {
    return acts.answerInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Writes a word among staff.' })
  interactionNote(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionNoteInput, { description: 'The note.' }) input: InteractionNoteInput,
  ): Promise<InteractionPayload> {
    return acts.noteInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Waits for the beneficiary; the clock stands still. The reason is told.',
  })
  interactionWait(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.waitForBeneficiary(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Goes on after waiting; the clock runs again.' })
  interactionResume(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.resumeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Ends it; only what was answered, or never came back, can be ended.',
  })
  interactionClose(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.closeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Opens it again; a new clock starts.' })
  interactionReopen(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.reopenInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Takes a complaint one level up.' })
  interactionEscalate(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.escalateInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Puts it away as spam.' })
  interactionMarkSpam(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.markSpam(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Takes a suggestion under study (D3).' })
  interactionStudy(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.studySuggestion(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Decides on a suggestion and tells its author why (D3).',
  })
  interactionDecide(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionDecideInput, { description: 'The decision.' })
    input: InteractionDecideInput,
  ): Promise<InteractionPayload> {
    return acts.decideSuggestion(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Shares a compliment with the team.' })
  interactionShare(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.shareCompliment(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Notes that a missed call was returned (C2).' })
  interactionReturnCall(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.returnCall(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Gives a missed call up after the tries it is owed.' })
  interactionGiveUpCall(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.giveUpCall(ctx, id, input)
  }

  @Mutation(() => Boolean, { description: 'Notes that I have seen everything in it until now.' })
  async interactionRead(@Ctx() ctx: Context, @Id() id: string): Promise<boolean> {
    const member = demand(ctx, 'interaction.read')
    if (!isId(id)) return false
    await read(ctx.house.database.pool, {
      name: 'mark-read',
      text: `insert into interaction_read (staff_id, interaction_id, at) select $1, id, $3 from interaction where id = $2
        on conflict (staff_id, interaction_id) do update set at = excluded.at`,
      values: [member.id, id, ctx.now],
    })
    return true
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

function Id() {
  return Arg('id', () => ID, { description: 'The interaction.' })
}

function Act() {
  return Arg('input', () => InteractionActInput, { description: 'The version that was seen, and why.' })
}
