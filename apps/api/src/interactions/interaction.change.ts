import type { EntityManager } from '@mikro-orm/postgresql'
import { LockMode } from '@mikro-orm/core'
import { mayDecide } from '@sila/domain/appeal'
import { promiseTargets, turnClock } from '@sila/domain/due'
import { clockEffect, isOpen, isOwed, nextStatus, previewOf } from '@sila/domain/interaction'
import type { InteractionAct, InteractionStatus } from '@sila/domain/interaction'
import type { Permission } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { clockOf, setClock } from '../matters/due.ts'
import { notFound, Outdated, Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { NewEvent } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { mayOn } from '../visibility/visibility.ts'
import { holdMatter } from '../walls/bound.ts'
import { keepSight, sightBefore } from '../visibility/sight.ts'
import { readNews } from './entry.read.ts'
import { Entry } from './entry.entity.ts'
import { Interaction } from './interaction.entity.ts'
import { readInteractions } from './interaction.rows.ts'
import type { InteractionPayload } from './interaction.types.ts'

/** What every act is asked with. */
export type Input = { clientMutationId: string; expectedVersion?: number }
/** One act: what it is called, who may do it, and what it does to the matter. */
export type Step = {
  name: string
  permission: Permission
  /** What the input itself has wrong; asked before anything is touched. */
  problems?: Problem[]
  work(interaction: Interaction, em: EntityManager): Promise<Deed> | Deed
}
/** What an act did, for the event. */
export type Deed = { type: string; visibility?: 'PUBLIC' | 'STAFF'; payload?: Record<string, unknown> }

/** Does an act on one matter: permission, input, version, work, event; answers with the matter as it is then. */
export async function perform(
  ctx: Context,
  id: string,
  input: Input,
  step: Step,
): Promise<InteractionPayload> {
  demand(ctx, step.permission)
  checkKey(input.clientMutationId)
  if (step.problems && step.problems.length > 0) return { problems: tell(ctx, step.problems) }

  const outcome = await change(
    ctx,
    { name: step.name, key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const interaction = await lockInteraction(em, id)
      // Whoever may not see it is not told that it exists.
      if (!mayOn(ctx, 'interaction.read', interaction)) throw notFound()
      demand(ctx, step.permission, interaction)
      if (input.expectedVersion !== undefined && input.expectedVersion !== interaction.version)
        throw new Outdated(interaction.version)
      const deed = await step.work(interaction, em)
      return { result: { id }, event: eventOf(interaction, deed) }
    },
  )
  const [interaction] = await readInteractions(ctx, [id])
  if (outcome.done) return { interaction, problems: [] }
  const problems = tell(ctx, outcome.problems)
  if (outcome.version === undefined) return { interaction: null, problems }
  const newEntries = await readNews(ctx, id, input.expectedVersion ?? 0)
  return { interaction, problems, conflict: { newEntries, version: outcome.version } }
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

/** Moves a matter along the one transition table and turns its clock; refuses what the table does not know. */
export function move(ctx: Context, interaction: Interaction, act: InteractionAct) {
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
}

function settle(ctx: Context, interaction: Interaction, to: InteractionStatus) {
  interaction.status = to
  interaction.open = isOpen(to)
  interaction.closedAt = interaction.open ? null : (interaction.closedAt ?? ctx.now)
  interaction.waitingSince = isOwed(to) && to !== 'WAITING' ? (interaction.waitingSince ?? ctx.now) : null
  if (to !== 'WAITING') interaction.waitingReason = null
  touch(ctx, interaction)
}

/** Notes that something happened. */
export function touch(ctx: Context, interaction: Interaction) {
  interaction.lastActivityAt = ctx.now
  interaction.version += 1
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
