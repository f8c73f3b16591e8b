import { decidedFirst, mayDecide } from '@sila/domain/appeal'
import { can } from '@sila/domain/permission'
import { requestActs, requestActsFor } from '@sila/domain/request'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { afterHelp, firstHelp, isId, pageSize } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { readEntries } from '../interactions/entry.read.ts'
import {
  EntryConnection,
  InteractionAssignInput,
  InteractionNoteInput,
} from '../interactions/interaction.types.ts'
import { findService } from '../services/index.ts'
import { Service } from '../services/service.types.ts'
import * as acts from './index.ts'
import { owesContact } from './request.acts.ts'
import { Request } from './request.entity.ts'
import { followQueue } from './request.feed.ts'
import { RequestFilter } from './request.filter.ts'
import { readQueue, readRequests } from './request.rows.ts'
import type { RequestRow } from './request.rows.ts'
import {
  RequestActInput,
  RequestAskInfoInput,
  RequestConnection,
  RequestFeedItem,
  RequestFulfilInput,
  RequestLodgeInput,
  RequestMergeInput,
  RequestPayload,
  RequestRejectInput,
  RequestSubmitInput,
  RequestSubmitPayload,
} from './request.types.ts'

// What staff can do here; the beneficiary's own acts and the house's are not offered to them.
const byStaff = new Set([
  ...['review', 'assign', 'askInfo', 'resume', 'lodge', 'return', 'approve', 'reject', 'contact'],
  ...['waitlist', 'start', 'fulfil', 'close', 'cancel', 'merge'],
])

@Resolver(() => Request)
export class RequestResolver {
  @Query(() => RequestConnection, { description: 'The queue: one page of requests, newest activity first.' })
  requests(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
    @Arg('where', () => RequestFilter, { nullable: true, description: 'Which ones; all where missing.' })
    where?: RequestFilter,
  ): Promise<RequestConnection> {
    demand(ctx, 'request.read')
    return readQueue(ctx, { first: pageSize(first), after, where })
  }

  @Query(() => Request, { nullable: true, description: 'One request; null where there is none.' })
  async request(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Request | null> {
    demand(ctx, 'request.read')
    const [found] = isId(id) ? await readRequests(ctx, [id]) : []
    ctx.house.looks.noteLater(ctx.actor, found?.beneficiaryId, 'REQUEST', ctx.now, id)
    return found ?? null
  }

  @FieldResolver(() => Service, { description: 'What was applied for.' })
  service(@Root() row: RequestRow): Service {
    const service = findService(row.serviceKey)
    if (!service) throw new Error(`The catalogue has no service ${row.serviceKey}; requests of it exist`)
    return service
  }

  @FieldResolver(() => [String], {
    description: 'What the signed-in person may do with it now, by the names of the acts.',
  })
  acts(@Root() row: RequestRow, @Ctx() ctx: Context): string[] {
    const { actor } = ctx
    if (actor.type !== 'STAFF') return []
    const requiresPermit = findService(row.serviceKey)?.requiresPermit ?? false
    return requestActsFor(row.status, { requiresPermit })
      .filter((act) => byStaff.has(act) && (act !== 'contact' || owesContact(row)))
      .filter((act) => can(actor.staff.viewer, requestActs[act].permission, row))
      .filter((act) => mayDecide('request', act, row, actor.staff.id))
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the signed-in person decided what is appealed against now, so that another decides.',
  })
  decidedFirst(@Root() row: RequestRow, @Ctx() { actor }: Context): boolean {
    return actor.type === 'STAFF' && decidedFirst(row, actor.staff.id)
  }

  @FieldResolver()
  answers(@Root() row: RequestRow, @Ctx() ctx: Context): RequestRow['answers'] {
    ctx.house.looks.noteLater(ctx.actor, row.beneficiaryId, 'REQUEST', ctx.now, row.id)
    return row.answers
  }

  @FieldResolver(() => EntryConnection, { description: 'The thread, oldest first.' })
  entries(
    @Root() row: RequestRow,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<EntryConnection> {
    ctx.house.looks.noteLater(ctx.actor, row.beneficiaryId, 'REQUEST', ctx.now, row.id)
    return readEntries(ctx, row.id, pageSize(first), after)
  }

  @Mutation(() => RequestSubmitPayload, { description: 'Applies for a service; no account is needed (G1).' })
  requestSubmit(
    @Arg('input', () => RequestSubmitInput, { description: 'The application.' }) input: RequestSubmitInput,
    @Ctx() ctx: Context,
  ): Promise<RequestSubmitPayload> {
    return acts.submitRequest(ctx, input)
  }

  @Mutation(() => RequestPayload, { description: 'Begins to study it.' })
  requestReview(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.reviewRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Gives it to a person or a team, or back to nobody.' })
  requestAssign(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionAssignInput, { description: 'To whom.' }) input: InteractionAssignInput,
  ): Promise<RequestPayload> {
    return acts.assignRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Writes a word among staff.' })
  requestNote(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionNoteInput, { description: 'The note.' }) input: InteractionNoteInput,
  ): Promise<RequestPayload> {
    return acts.noteRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Asks the person for everything that is missing, at once; the clock stands still.',
  })
  requestAskInfo(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => RequestAskInfoInput, { description: 'What is missing.' }) input: RequestAskInfoInput,
  ): Promise<RequestPayload> {
    return acts.askForInfo(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Goes on without the missing items.' })
  requestResume(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.resumeRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Notes that it was lodged with an outside body; our clock stands still (D4).',
  })
  requestLodge(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => RequestLodgeInput, { description: 'Where and when.' }) input: RequestLodgeInput,
  ): Promise<RequestPayload> {
    return acts.lodgeRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Takes it back from the outside body, undecided.' })
  requestReturn(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.returnRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Approves it; after an outside decision the person must be contacted (D4).',
  })
  requestApprove(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.approveRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Refuses it, with the reason.' })
  requestReject(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => RequestRejectInput, { description: 'The reason.' }) input: RequestRejectInput,
  ): Promise<RequestPayload> {
    return acts.rejectRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Tells the person of the outside decision, in words (D4).' })
  requestContact(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.contactAboutDecision(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Puts it on the waiting list: every place is taken, and our clock stands still.',
  })
  requestWaitlist(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.waitlistRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Begins to deliver.' })
  requestStart(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.startRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Notes what was delivered: the transaction is finished (O3).',
  })
  requestFulfil(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => RequestFulfilInput, { description: 'What was delivered.' }) input: RequestFulfilInput,
  ): Promise<RequestPayload> {
    return acts.fulfilRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, { description: 'Ends what was fulfilled.' })
  requestClose(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.closeRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Ends it from the side of the association; the person reads why.',
  })
  requestCancel(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: RequestActInput,
  ): Promise<RequestPayload> {
    return acts.cancelRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, {
    description: 'Ends one that was sent twice; it goes on under the reference of the other.',
  })
  requestMerge(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => RequestMergeInput, { description: 'The other.' }) input: RequestMergeInput,
  ): Promise<RequestPayload> {
    return acts.mergeRequest(ctx, id, input)
  }

  @Subscription(() => RequestFeedItem, {
    description:
      'Every change in the queue, as it happens. Send the last `cursor` as `after` to miss nothing after a cut.',
    subscribe: ({ args, context }: { args: { after?: string }; context: Context }) =>
      followQueue(context, args.after),
  })
  requestFeed(
    @Root() item: RequestFeedItem,
    @Arg('after', () => String, { nullable: true, description: 'The last cursor that was received.' })
    _after?: string,
  ): RequestFeedItem {
    return item
  }
}

function Id() {
  return Arg('id', () => ID, { description: 'The request.' })
}

function Act() {
  return Arg('input', () => RequestActInput, { description: 'The version that was seen, and words.' })
}
