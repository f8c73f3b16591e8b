import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { mayDecide } from '@sila/domain/appeal'
import { turnClock } from '@sila/domain/due'
import { isRequestOpen, nextRequestStatus, requestActs, requestActsFor } from '@sila/domain/request'
import type { RequestAct, RequestStatus } from '@sila/domain/request'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { clockOf, setClock } from '../matters/due.ts'
import { touch } from '../matters/matter.ts'
import { performOn } from '../matters/perform.ts'
import type { Deed, Input, Step } from '../matters/perform.ts'
import { notFound, Refused } from '../errors.ts'
import { readNews } from '../interactions/entry.read.ts'
import { Entry } from '../interactions/entry.entity.ts'
import { tell } from '../graphql/problem.ts'
import { holdMatter } from '../walls/bound.ts'
import { keepSight, sightBefore } from '../visibility/sight.ts'
import { serviceDefinition } from '../services/index.ts'
import { Request } from './request.entity.ts'
import { readRequests } from './request.rows.ts'
import type { RequestPayload } from './request.types.ts'

const ways = { reading: 'request.read', lock: lockRequest, eventOf } as const

/** Does an act of staff on a request; answers with the request as it is then. */
export async function perform(
  ctx: Context,
  id: string,
  input: Input,
  step: Step<Request>,
): Promise<RequestPayload> {
  const outcome = await performOn(ctx, ways, id, input, step)
  const problems = outcome.done ? [] : tell(ctx, outcome.problems)
  const version = outcome.done ? undefined : outcome.version
  if (!outcome.done && version === undefined) return { problems }
  const [request] = await readRequests(ctx, [id])
  if (version === undefined) return { request, problems }
  const newEntries = await readNews(ctx, id, input.expectedVersion ?? 0)
  return { request, problems, conflict: { newEntries, version } }
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
