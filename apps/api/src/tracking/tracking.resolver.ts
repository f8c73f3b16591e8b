import { mineWord } from '@sila/domain/code'
import type { Problem } from '@sila/domain/problem'
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { reopenByBeneficiary, replyByBeneficiary } from '../interactions/index.ts'
import { readEntries } from '../interactions/entry.read.ts'
import { EntryConnection } from '../interactions/interaction.types.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { spend } from '../limits/cost.ts'
import { tooOften } from '../limits/too-often.ts'
import type { CountedByNetwork } from '../limits/rate-limits.ts'
import { reopenRequest, replyToRequest, withdrawRequest } from '../requests/index.ts'
import { findService } from '../services/index.ts'
import { Service } from '../services/service.types.ts'
import { answerSurvey } from '../surveys/index.ts'
import { asHolder, findTracked } from './find-tracked.ts'
import type { Found } from './find-tracked.ts'
import { readTracked } from './read-tracked.ts'
import {
  Tracked,
  TrackedFeedItem,
  TrackedPayload,
  TrackedReopenInput,
  TrackedReplyInput,
  TrackedSurveyInput,
  TrackedWithdrawInput,
} from './tracked.types.ts'

type Opened = { reference: string; secret: string; clientMutationId: string }

@Resolver(() => Tracked)
export class TrackingResolver {
  @Query(() => Tracked, {
    nullable: true,
    description:
      'A matter by its reference and secret. Null for an unknown reference and for a wrong secret alike.',
  })
  async tracked(
    @Ctx() ctx: Context,
    @Arg('reference', () => String, { description: 'The reference, as typed.' }) reference: string,
    @Arg('secret', () => String, {
      description: "The secret, as typed; `mine` for one's own after proving who one is.",
    })
    secret: string,
  ): Promise<Tracked | null> {
    const found = await findTracked(ctx, reference, secret)
    return found ? readTracked(asHolder(ctx, found), found, ctx.now) : null
  }

  @FieldResolver(() => Service, { nullable: true, description: 'Of an application: the service.' })
  service(@Root() tracked: Tracked): Service | null {
    return tracked.serviceKey ? findService(tracked.serviceKey) : null
  }

  @FieldResolver(() => EntryConnection, {
    description: 'The conversation and what was done, oldest first; notes among staff are not in it.',
  })
  entries(
    @Root() tracked: Tracked,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<EntryConnection> {
    return readEntries(asHolder(ctx, tracked), tracked.id, pageSize(first), after)
  }

  @Mutation(() => TrackedPayload, { description: "Adds the person's words." })
  trackedReply(
    @Arg('input', () => TrackedReplyInput, { description: 'The words.' }) input: TrackedReplyInput,
    @Ctx() ctx: Context,
  ): Promise<TrackedPayload> {
    return act(ctx, input, 'reply', ({ type, id }, guest) =>
      type === 'REQUEST' ? replyToRequest(guest, id, input) : replyByBeneficiary(guest, id, input),
    )
  }

  @Mutation(() => TrackedPayload, { description: 'Opens a matter again within 30 days of its end.' })
  trackedReopen(
    @Arg('input', () => TrackedReopenInput, { description: 'Why.' }) input: TrackedReopenInput,
    @Ctx() ctx: Context,
  ): Promise<TrackedPayload> {
    return act(ctx, input, 'reply', ({ type, id }, guest) =>
      type === 'REQUEST' ? reopenRequest(guest, id, input) : reopenByBeneficiary(guest, id, input),
    )
  }

  @Mutation(() => TrackedPayload, { description: 'Takes an application back.' })
  trackedWithdraw(
    @Arg('input', () => TrackedWithdrawInput, { description: 'What opens it.' }) input: TrackedWithdrawInput,
    @Ctx() ctx: Context,
  ): Promise<TrackedPayload> {
    return act(ctx, input, 'reply', async ({ type, id }, guest) =>
      type === 'REQUEST' ? withdrawRequest(guest, id, input) : [{ code: 'ACT_NOT_ALLOWED' }],
    )
  }

  @Mutation(() => TrackedPayload, { description: 'Answers the satisfaction survey, without a name (M3).' })
  trackedSurveyAnswer(
    @Arg('input', () => TrackedSurveyInput, { description: 'The answers.' }) input: TrackedSurveyInput,
    @Ctx() ctx: Context,
  ): Promise<TrackedPayload> {
    return act(ctx, input, 'rating', (found, guest) => answerSurvey(guest, found, input))
  }

  @Subscription(() => TrackedFeedItem, {
    description:
      'Every change of a matter that the person follows. Send the last `cursor` as `after` to miss nothing after a cut.',
    subscribe: ({
      args,
      context,
    }: {
      args: { reference: string; secret: string; after?: string }
      context: Context
    }) => follow(context, args),
  })
  trackedFeed(
    @Root() item: TrackedFeedItem,
    @Arg('reference', () => String, { description: 'The reference.' }) _reference: string,
    @Arg('secret', () => String, { description: 'The secret.' }) _secret: string,
    @Arg('after', () => String, { nullable: true, description: 'The last cursor that was received.' })
    _after?: string,
  ): TrackedFeedItem {
    return item
  }
}

async function act(
  ctx: Context,
  input: Opened,
  what: CountedByNetwork,
  work: (found: Found, guest: Context) => Promise<Problem[]>,
): Promise<TrackedPayload> {
  checkKey(input.clientMutationId)
  const found = await findTracked(ctx, input.reference, input.secret)
  if (!found)
    return { tracked: null, problems: tell(ctx, [{ field: 'reference', code: 'TRACKING_NOT_FOUND' }]) }
  const guest = asHolder(ctx, found)
  const often = await tooOften(guest, what)
  const problems = often.length > 0 ? often : await work(found, guest)
  return {
    tracked: await readTracked(guest, found, ctx.now),
    problems: tell(ctx, problems),
  }
}

/** What an item costs that is told again: about what our own page asks for with it. */
const retold = 50

async function* follow(
  ctx: Context,
  args: { reference: string; secret: string; after?: string },
): AsyncGenerator<TrackedFeedItem> {
  const { house } = ctx
  const found = await findTracked(ctx, args.reference, args.secret)
  // A wrong secret listens to silence, as it reads null.
  if (!found) return
  const holder = asHolder(ctx, found)
  const items = house.feed.follow(
    args.after,
    (event) => event.aggregateId === found.id && event.visibility === 'PUBLIC',
    found.id,
  )
  for await (const { cursor, reset, event, missed } of items) {
    // What happens is told for nothing; telling it again costs as much as asking for it.
    if (missed) await spend(ctx, retold)
    // Whoever signed out or was signed out hears no more of what only their session opened.
    if (args.secret === mineWord && !(await findTracked(ctx, args.reference, args.secret))) return
    yield {
      cursor,
      reset,
      event: event?.type ?? null,
      tracked: await readTracked(holder, found, house.now()),
    }
  }
}
