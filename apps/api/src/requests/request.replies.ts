import { canReopen } from '@sila/domain/interaction'
import type { Problem } from '@sila/domain/problem'
import { checkRequestText } from '@sila/domain/request'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { Deed } from '../matters/perform.ts'
import { eventOf, lockRequest, move, say } from './request.change.ts'
import { touch } from '../matters/matter.ts'
import type { Request } from './request.entity.ts'

type Words = { clientMutationId: string; text: string }

/** Adds the beneficiary's words; where something was missing, the study goes on with them. */
export async function replyToRequest(ctx: Context, id: string, input: Words): Promise<Problem[]> {
  const problems = checkRequestText(input.text)
  if (problems.length > 0) return problems
  return act(ctx, id, input, 'request.reply', (request, em) => {
    if (!request.open) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    const supplied = request.status === 'NEEDS_INFO'
    if (supplied) move(ctx, request, 'supplyInfo')
    else touch(ctx, request)
    say(ctx, em, request, 'FROM_BENEFICIARY', input.text)
    return { type: supplied ? 'request.infoSupplied' : 'request.replied' }
  })
}

/** Opens a request again within 30 days: an appeal against a refusal, which somebody else studies (I2). */
export async function reopenRequest(ctx: Context, id: string, input: Words): Promise<Problem[]> {
  const problems = checkRequestText(input.text)
  if (problems.length > 0) return problems
  return act(ctx, id, input, 'request.reopen', async (request, em) => {
    if (request.closedAt && !canReopen(request.closedAt, ctx.now))
      throw new Refused({ code: 'REOPEN_EXPIRED' })
    const appealed = request.status === 'REJECTED'
    move(ctx, request, appealed ? 'appeal' : 'reopen')
    Object.assign(request, afresh)
    if (appealed) {
      // Whoever refused neither studies the appeal nor decides it.
      request.assigneeId = null
      request.firstDeciderId = await whoRefused(em, id)
    }
    say(ctx, em, request, 'FROM_BENEFICIARY', input.text)
    return { type: appealed ? 'request.appealed' : 'request.reopened' }
  })
}

// What belonged to the decision that is now asked for again.
const afresh = {
  ...{ decidedAt: null, fulfilledAt: null, rejectionCode: null, rejectionText: null, deliverable: null },
  ...{ externalDecidedAt: null, contactDueAt: null, contactedAt: null, firstDeciderId: null },
} satisfies Partial<Request>

async function whoRefused(em: EntityManager, id: string): Promise<string | null> {
  const [refusal] = await em.execute<{ actor_id: string | null }[]>(
    `select actor_id from event where aggregate_id = ? and type = 'request.rejected' order by id desc limit 1`,
    [id],
  )
  return refusal?.actor_id ?? null
}

/** Takes a request back: the beneficiary no longer wants it. */
export function withdrawRequest(
  ctx: Context,
  id: string,
  input: { clientMutationId: string },
): Promise<Problem[]> {
  return act(ctx, id, { clientMutationId: input.clientMutationId }, 'request.withdraw', (request) => {
    move(ctx, request, 'withdraw')
    return { type: 'request.withdrawn' }
  })
}

async function act(
  ctx: Context,
  id: string,
  input: { clientMutationId: string; text?: string },
  name: string,
  work: (request: Request, em: EntityManager) => Promise<Deed> | Deed,
): Promise<Problem[]> {
  const outcome = await change(
    ctx,
    { name, key: input.clientMutationId, input: { id, text: input.text } },
    async (em) => {
      const request = await lockRequest(em, id)
      const deed = await work(request, em)
      return { result: { id }, event: eventOf(request, deed) }
    },
  )
  return outcome.done ? [] : outcome.problems
}
