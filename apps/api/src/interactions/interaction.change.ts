import type { EntityManager } from '@mikro-orm/postgresql'
import { LockMode } from '@mikro-orm/core'
import { mayDecide } from '@sila/domain/appeal'
import { promiseTargets, turnClock } from '@sila/domain/due'
import { clockEffect, isOpen, isOwed, nextStatus, previewOf } from '@sila/domain/interaction'
import type { InteractionAct, InteractionStatus } from '@sila/domain/interaction'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { clockOf, setClock } from '../matters/due.ts'
import { touch } from '../matters/matter.ts'
import { performOn } from '../matters/perform.ts'
import type { Deed, Input, Step } from '../matters/perform.ts'
import { notFound, Refused } from '../errors.ts'
import { executeIn } from '../events.ts'
import type { NewEvent } from '../events.ts'
import { tell } from '../graphql/problem.ts'
import { holdMatter } from '../walls/bound.ts'
import { keepSight, sightBefore } from '../visibility/sight.ts'
import { readNews } from './entry.read.ts'
import { Entry } from './entry.entity.ts'
import { Interaction } from './interaction.entity.ts'
import { readInteractions } from './interaction.rows.ts'
import type { InteractionPayload } from './interaction.types.ts'

const ways = { reading: 'interaction.read', lock: lockInteraction, eventOf } as const

/** Does an act on one matter; answers with the matter as it is then. */
export async function perform(
  ctx: Context,
  id: string,
  input: Input,
  step: Step<Interaction>,
): Promise<InteractionPayload> {
  const outcome = await performOn(ctx, ways, id, input, step)
  const problems = outcome.done ? [] : tell(ctx, outcome.problems)
  const version = outcome.done ? undefined : outcome.version
  if (!outcome.done && version === undefined) return { problems }
  const [interaction] = await readInteractions(ctx, [id])
  if (version === undefined) return { interaction, problems }
  const newEntries = await readNews(ctx, id, input.expectedVersion ?? 0)
  return { interaction, problems, conflict: { newEntries, version } }
}

/**
 * Loads a matter so that nobody else changes it until the act is done.
 * @throws NOT_FOUND
 */
export async function lockInteraction(em: EntityManager, id: string): Promise<Interaction> {
  const interaction = isId(id)
    ? await em.findOne(Interaction, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null
  if (!interaction) throw notFound()
  await holdMatter(em, id)
  keepSight(interaction)
  return interaction
}

/** The event of a deed; it carries the version and the state that it led to. */
export function eventOf(interaction: Interaction, deed: Deed): NewEvent {
  return {
    aggregate: 'interaction',
    aggregateId: interaction.id,
    type: deed.type,
    visibility: deed.visibility ?? 'STAFF',
    payload: { ...deed.payload, status: interaction.status, version: interaction.version },
    before: sightBefore(interaction),
  }
}

/**
 * Moves a matter along the one transition table and turns its clock; refuses what the table does not know. Where the
 * clock of a complaint runs anew, it is looked at when that is due.
 */
export async function move(ctx: Context, em: EntityManager, interaction: Interaction, act: InteractionAct) {
  const to = nextStatus(interaction.kind, interaction.status, act)
  if (!to) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
  if (ctx.actor.type === 'STAFF' && !mayDecide('interaction', act, interaction, ctx.actor.staff.id))
    throw new Refused({ code: 'APPEAL_OWN_DECISION' })
  const clock = clockOf(interaction)
  const effect = clockEffect(interaction.kind, interaction.status, act)
  if (clock)
    setClock(
      interaction,
      turnClock(ctx.house.calendar, clock, effect, ctx.now, promiseTargets[interaction.kind].firstAnswer),
    )
  if (effect === 'RESTART') interaction.reopenedCount += 1
  settle(ctx, interaction, to)
  if (effect === 'RESTART' || effect === 'RESUME') await escalateLater(ctx, em, interaction)
}

/** Queues the look at a complaint whose clock runs: at the date that it runs to, or at once where that is over. */
export async function escalateLater(
  ctx: Context,
  em: EntityManager,
  interaction: Interaction,
): Promise<void> {
  const { id, kind, dueAt, duePausedAt, dueMetAt } = interaction
  if (kind !== 'COMPLAINT' || !dueAt || duePausedAt || dueMetAt) return
  await ctx.house.jobs.escalateLater(executeIn(em), id, dueAt > ctx.now ? dueAt : ctx.now)
}

function settle(ctx: Context, interaction: Interaction, to: InteractionStatus) {
  interaction.status = to
  interaction.open = isOpen(to)
  interaction.closedAt = interaction.open ? null : (interaction.closedAt ?? ctx.now)
  interaction.waitingSince = isOwed(to) && to !== 'WAITING' ? (interaction.waitingSince ?? ctx.now) : null
  if (to !== 'WAITING') interaction.waitingReason = null
  touch(ctx, interaction)
}

/** Adds words that the beneficiary can read. */
export function say(
  ctx: Context,
  em: EntityManager,
  interaction: Interaction,
  type: 'ANSWER' | 'FROM_BENEFICIARY',
  words: string,
  language: string,
) {
  const text = cleanText(words)
  em.create(Entry, {
    id: uuidv7(),
    interactionId: interaction.id,
    type,
    at: ctx.now,
    text,
    language,
    authorId: authorOf(ctx),
  })
  interaction.preview = previewOf(text)
  if (type === 'FROM_BENEFICIARY') interaction.lastInboundAt = ctx.now
}

// Who of the staff acts; nobody where a beneficiary or the house does.
function authorOf(ctx: Context): string | null {
  return ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null
}
