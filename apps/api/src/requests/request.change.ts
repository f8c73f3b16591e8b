import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { mayDecide } from '@sila/domain/appeal'
import { turnClock } from '@sila/domain/due'
import type { Permission } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { isRequestOpen, nextRequestStatus, requestActs, requestActsFor } from '@sila/domain/request'
import type { RequestAct, RequestStatus } from '@sila/domain/request'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { clockOf, setClock } from '../matters/due.ts'
import { notFound, Outdated, Refused } from '../errors.ts'
import { change } from '../events.ts'
import { readNews } from '../interactions/entry.read.ts'
import { Entry } from '../interactions/entry.entity.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { mayOn } from '../visibility/visibility.ts'
import { holdMatter } from '../walls/bound.ts'
import { keepSight, sightBefore } from '../visibility/sight.ts'
import { serviceDefinition } from '../services/index.ts'
import { Request } from './request.entity.ts'
import { readRequests } from './request.rows.ts'
import type { RequestPayload } from './request.types.ts'

type Input = { clientMutationId: string; expectedVersion?: number }
type Step = {
  name: string
  permission: Permission
  /** What the input itself has wrong; asked before anything is touched. */
  problems?: Problem[]
  work(request: Request, em: EntityManager): Promise<Deed> | Deed
}
/** What was done; the beneficiary sees it unless it is for staff. */
export type Deed = { type: string; visibility?: 'PUBLIC' | 'STAFF'; payload?: Record<string, unknown> }

/** The way of every act of staff on a request: permission, input, version, rule, event. */
export async function perform(ctx: Context, id: string, input: Input, step: Step): Promise<RequestPayload> {
  demand(ctx, step.permission)
  checkKey(input.clientMutationId)
  if (step.problems && step.problems.length > 0) return { problems: tell(ctx, step.problems) }

  const outcome = await change(
    ctx,
    { name: step.name, key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const request = await lockRequest(em, id)
      // Whoever may not see it is not told that it exists.
      if (!mayOn(ctx, 'request.read', request)) throw notFound()
      demand(ctx, step.permission, request)
      if (input.expectedVersion !== undefined && input.expectedVersion !== request.version)
        throw new Outdated(request.version)
      const deed = await step.work(request, em)
      return { result: { id }, event: eventOf(request, deed) }
    },
  )
  const [request] = await readRequests(ctx, [id])
  if (outcome.done) return { request, problems: [] }
  const problems = tell(ctx, outcome.problems)
  if (outcome.version === undefined) return { request: null, problems }
  return {
    request,
    problems,
    conflict: { newEntries: await readNews(ctx, id, input.expectedVersion ?? 0), version: outcome.version },
  }
}

/**
 * Loads a request so that nobody else changes it until the act is done.
 * @throws NOT_FOUND
 */
export async function lockRequest(em: EntityManager, id: string): Promise<Request> {
  const request = isId(id) ? await em.findOne(Request, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null
  if (!request) throw notFound()
  await holdMatter(em, id)
  keepSight(request)
  return request
}

/** The event of a deed; it carries the version and the state that it led to. */
export function eventOf(request: Request, deed: Deed) {
  return {
    aggregate: 'request',
    aggregateId: request.id,
    type: deed.type,
    visibility: deed.visibility ?? 'PUBLIC',
    payload: { ...deed.payload, version: request.version, status: request.status },
    before: sightBefore(request),
  } as const
}

/** Moves a request along the one transition table and turns its clock; refuses what the table does not know. */
export function move(ctx: Context, request: Request, act: RequestAct) {
  const service = serviceDefinition(request.serviceKey)
  const to = nextRequestStatus(request.status, act)
  if (
    !to ||
    !requestActsFor(request.status, { requiresPermit: service?.requiresPermit ?? false }).includes(act)
  ) {
    throw new Refused({ code: 'ACT_NOT_ALLOWED' })
  }
  if (ctx.actor.type === 'STAFF' && !mayDecide('request', act, request, ctx.actor.staff.id))
    throw new Refused({ code: 'APPEAL_OWN_DECISION' })
  const clock = clockOf(request)
  const target = { workingDays: service?.workingDays ?? 0 }
  if (clock) setClock(request, turnClock(ctx.house.calendar, clock, requestActs[act].clock, ctx.now, target))
  settle(ctx, request, to)
}

function settle(ctx: Context, request: Request, to: RequestStatus) {
  request.status = to
  request.open = isRequestOpen(to)
  request.closedAt = request.open ? null : (request.closedAt ?? ctx.now)
  if (to !== 'NEEDS_INFO') request.neededItems = []
  touch(ctx, request)
}

/** Notes that something happened. */
export function touch(ctx: Context, request: Request) {
  request.lastActivityAt = ctx.now
  request.version += 1
}

/** Adds words to the thread of a request that the beneficiary reads. */
export function say(
  ctx: Context,
  em: EntityManager,
  request: Request,
  type: 'ANSWER' | 'FROM_BENEFICIARY',
  words: string,
) {
  const authorId = ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null
  const language = type === 'FROM_BENEFICIARY' ? request.language : ctx.language
  em.create(Entry, {
    id: uuidv7(),
    requestId: request.id,
    type,
    at: ctx.now,
    text: cleanText(words),
    language,
    authorId,
  })
}
