import type { EntityManager } from '@mikro-orm/postgresql'
import { nextDuty, remindedEvent } from '@sila/domain/request'
import type { RequestDuty } from '@sila/domain/request'
import { makeContext } from '../context.ts'
import type { Context, House } from '../context.ts'
import { Refused } from '../errors.ts'
import { change, executeIn } from '../events.ts'
import { eventOf, lockRequest, move } from './request.change.ts'
import { Request } from './request.entity.ts'

const told = {
  close: 'request.closed',
  remind: remindedEvent,
  expire: 'request.expired',
} as const satisfies Record<RequestDuty['act'], string>

/** Queues the next look at a request, in the transaction of the act that makes it wait for somebody outside. */
export async function tendLater(ctx: Context, em: EntityManager, request: Request): Promise<void> {
  const duty = nextDuty({ status: request.status, since: sinceOf(request), reminders: [] })
  if (duty) await ctx.house.jobs.tendLater(executeIn(em), request.id, duty.at)
}

/**
 * Does what falls to the house: closes what was fulfilled and nobody objected to, reminds of what is missing, and lets
 * expire what nobody supplied. Where the request moved on meanwhile, nothing is done.
 */
export async function tendRequest(house: House, id: string): Promise<void> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const em = house.database.orm.em.fork()
  const seen = await em.findOne(Request, id)
  const duty = seen ? nextDuty(await factsOf(em, seen)) : undefined
  if (!duty || duty.at > ctx.now) return
  const { act, at } = duty
  // The key names what fell due and when, so that a look that is taken twice does it once.
  await change(
    ctx,
    { name: `request.${act}`, key: `tend:${id}:${act}:${at.toISOString()}`, input: { id } },
    async (tx) => {
      const request = await lockRequest(tx, id)
      const facts = await factsOf(tx, request)
      if (nextDuty(facts)?.at.getTime() !== at.getTime()) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
      move(ctx, request, act)
      const next = nextDuty({ ...facts, status: request.status, reminders: [...facts.reminders, ctx.now] })
      if (next) await house.jobs.tendLater(executeIn(tx), id, next.at)
      return { result: { id }, event: eventOf(request, { type: told[act], payload: { byItself: true } }) }
    },
  )
}

/** Queues the look at every request that waits: for those that came to wait before there were looks. */
export async function tendAll(house: House): Promise<void> {
  const em = house.database.orm.em.fork()
  const waiting = await em.find(Request, { status: { $in: ['FULFILLED', 'NEEDS_INFO'] } })
  for (const request of waiting) {
    const duty = nextDuty(await factsOf(em, request))
    if (duty) await house.jobs.tendLater(executeIn(em), request.id, duty.at)
  }
}

async function factsOf(em: EntityManager, request: Request) {
  const since = sinceOf(request)
  const reminders =
    since && request.status === 'NEEDS_INFO'
      ? await em.execute<{ at: Date }[]>(
          `select at from event where aggregate_id = ? and type = ? and at >= ? order by id`,
          [request.id, remindedEvent, since],
        )
      : []
  return { status: request.status, since, reminders: reminders.map(({ at }) => new Date(at)) }
}

// While something is missing our clock stands still, since the moment it was asked for.
function sinceOf(request: Request): Date | null | undefined {
  return request.status === 'FULFILLED' ? request.fulfilledAt : request.duePausedAt
}
