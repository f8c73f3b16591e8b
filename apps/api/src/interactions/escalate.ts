import { escalationLevels } from '@sila/domain/interaction'
import { nextStatus } from '@sila/domain/interaction'
import { makeContext } from '../context.ts'
import type { House } from '../context.ts'
import { change } from '../events.ts'
import { eventOf, lockInteraction, move } from './interaction.change.ts'
import { Interaction } from './interaction.entity.ts'

/** Takes a complaint up by itself when its answer is due and has not come (section 2 of the defaults). */
export async function escalateWhenLate(house: House, id: string): Promise<void> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const matter = await ctx.house.database.orm.em.fork().findOne(Interaction, id)
  if (!matter || !isLate(matter, ctx.now) || !nextStatus(matter.kind, matter.status, 'escalate')) return
  const level = Math.min(matter.escalationLevel + 1, escalationLevels)
  // The key names the step, so that a job that runs twice escalates once.
  await change(
    ctx,
    { name: 'interaction.escalate', key: `late:${id}:${level}`, input: { id, level } },
    async (em) => {
      const interaction = await lockInteraction(em, id)
      move(ctx, interaction, 'escalate')
      interaction.escalationLevel = level
      return {
        result: { id },
        event: eventOf(interaction, {
          type: 'interaction.escalated',
          visibility: 'PUBLIC',
          payload: { byItself: true, level },
        }),
      }
    },
  )
}

function isLate(matter: Interaction, now: Date): boolean {
  return Boolean(matter.dueAt && matter.dueAt <= now && !matter.dueMetAt && !matter.duePausedAt)
}
