import { escalationLevels, nextStatus } from '@sila/domain/interaction'
import { makeContext } from '../context.ts'
import type { House } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import { escalateLater, eventOf, lockInteraction, move } from './interaction.change.ts'
import { Interaction } from './interaction.entity.ts'

/**
 * Takes a complaint up by itself when its answer is due and has not come (section 2 of the defaults); once for each
 * clock, however often it stood still. An appeal and a reopening start another.
 */
export async function escalateWhenLate(house: House, id: string): Promise<void> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const matter = await ctx.house.database.orm.em.fork().findOne(Interaction, id)
  if (!matter || !isLate(matter, ctx.now)) return
  // The key names the clock, so that looks that meet escalate once, and one whose date was moved not again.
  const key = `late:${id}:${matter.dueStartedAt?.toISOString()}`
  await change(ctx, { name: 'interaction.escalate', key, input: { id } }, async (em) => {
    const interaction = await lockInteraction(em, id)
    const sameClock = interaction.dueStartedAt?.getTime() === matter.dueStartedAt?.getTime()
    if (!sameClock || !isLate(interaction, ctx.now)) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await move(ctx, em, interaction, 'escalate')
    const level = Math.min(interaction.escalationLevel + 1, escalationLevels)
    interaction.escalationLevel = level
    return {
      result: { id },
      event: eventOf(interaction, {
        type: 'interaction.escalated',
        visibility: 'PUBLIC',
        payload: { byItself: true, level },
      }),
    }
  })
}

/** Queues the look at every complaint whose clock runs: for those that went on or were opened again before there were looks. */
export async function escalateAll(house: House): Promise<void> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const em = ctx.house.database.orm.em.fork()
  const running = await em.find(Interaction, {
    ...{ kind: 'COMPLAINT', open: true, dueMetAt: null, duePausedAt: null },
    // What stands escalated was taken up already.
    status: { $ne: 'ESCALATED' },
  })
  for (const complaint of running) await escalateLater(ctx, em, complaint)
}

function isLate({ kind, status, dueAt, dueMetAt, duePausedAt }: Interaction, now: Date): boolean {
  const late = dueAt && dueAt <= now && !dueMetAt && !duePausedAt
  return Boolean(late) && nextStatus(kind, status, 'escalate') !== undefined
}
