import type { EntityManager } from '@mikro-orm/postgresql'
import { canReopen, checkText, isOpen, nextStatus } from '@sila/domain/interaction'
import type { Problem } from '@sila/domain/problem'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import { eventOf, lockInteraction, move, say } from './interaction.change.ts'
import { touch } from '../matters/matter.ts'
import type { Interaction } from './interaction.entity.ts'

type Words = { clientMutationId: string; text: string }

/** Adds the beneficiary's words: what waited for them goes on, what was answered is open again. */
export function replyByBeneficiary(ctx: Context, id: string, input: Words): Promise<Problem[]> {
  return write(ctx, id, input, 'interaction.reply', async (interaction, em) => {
    if (!isOpen(interaction.status)) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    const act =
      interaction.status === 'WAITING' ? 'resume' : interaction.status === 'ANSWERED' ? 'reopen' : undefined
    if (act && nextStatus(interaction.kind, interaction.status, act)) await move(ctx, em, interaction, act)
    else touch(ctx, interaction)
    interaction.waitingSince ??= ctx.now
    return 'interaction.replied'
  })
}

/** Opens a matter again within 30 days of its end, with the reason in the person's words; a complaint is appealed (I2). */
export function reopenByBeneficiary(ctx: Context, id: string, input: Words): Promise<Problem[]> {
  return write(ctx, id, input, 'interaction.reopen', async (interaction, em) => {
    if (interaction.closedAt && !canReopen(interaction.closedAt, ctx.now))
      throw new Refused({ code: 'REOPEN_EXPIRED' })
    const appealed = nextStatus(interaction.kind, interaction.status, 'appeal') !== undefined
    await move(ctx, em, interaction, appealed ? 'appeal' : 'reopen')
    if (!appealed) return 'interaction.reopened'
    interaction.firstDeciderId = await whoAnswered(em, id)
    // Whoever decided first no longer owns what somebody else decides.
    if (interaction.assigneeId === interaction.firstDeciderId) interaction.assigneeId = null
    return 'interaction.appealed'
  })
}

async function whoAnswered(em: EntityManager, id: string): Promise<string | null> {
  const [answer] = await em.execute<{ author_id: string | null }[]>(
    `select author_id from entry where interaction_id = ? and type = 'ANSWER' order by id desc limit 1`,
    [id],
  )
  return answer?.author_id ?? null
}

async function write(
  ctx: Context,
  id: string,
  input: Words,
  name: string,
  work: (interaction: Interaction, em: EntityManager) => Promise<string>,
): Promise<Problem[]> {
  const problems = checkText(input.text)
  if (problems.length > 0) return problems
  const outcome = await change(
    ctx,
    { name, key: input.clientMutationId, input: { id, text: input.text } },
    async (em) => {
      const interaction = await lockInteraction(em, id)
      const type = await work(interaction, em)
      say(ctx, em, interaction, 'FROM_BENEFICIARY', input.text, interaction.language)
      return { result: { id }, event: eventOf(interaction, { type, visibility: 'PUBLIC' }) }
    },
  )
  return outcome.done ? [] : outcome.problems
}
