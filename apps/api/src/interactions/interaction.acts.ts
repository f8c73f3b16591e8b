import type { EntityManager } from '@mikro-orm/postgresql'
import { promiseTargets, turnClock } from '@sila/domain/due'
import {
  checkText,
  clockEffect,
  escalationLevels,
  interactionActs,
  isOpen,
  isOwed,
  nextStatus,
  previewOf,
} from '@sila/domain/interaction'
import type { InteractionAct, InteractionStatus } from '@sila/domain/interaction'
import { isLanguage } from '@sila/domain/language'
import type { Permission } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { cleanText } from '@sila/domain/text'
import { LockMode } from '@mikro-orm/core'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { clockOf, setClock } from '../due.ts'
import { notFound, Outdated, Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { NewEvent } from '../events.ts'
import { checkKey } from '../keys-check.ts'
import { tell } from '../problem.ts'
import { inviteToSurvey } from '../surveys/index.ts'
import { readNews } from './entry.read.ts'
import { Entry } from './entry.entity.ts'
import { Interaction } from './interaction.entity.ts'
import { readInteractions } from './interaction.rows.ts'
import type {
  InteractionActInput,
  InteractionAnswerInput,
  InteractionAssignInput,
  InteractionDecideInput,
  InteractionNoteInput,
  InteractionPayload,
} from './interaction.types.ts'

type Input = { clientMutationId: string; expectedVersion?: number }
type Step = {
  name: string
  permission: Permission
  /** What the input itself has wrong; asked before anything is touched. */
  problems?: Problem[]
  work(interaction: Interaction, em: EntityManager): Promise<Deed> | Deed
}
type Deed = { type: string; visibility?: 'PUBLIC' | 'STAFF'; payload?: Record<string, unknown> }

/** Sends the association's words to the beneficiary: the only thing that counts as an answer (D1). */
export function answerInteraction(
  ctx: Context,
  id: string,
  input: InteractionAnswerInput,
): Promise<InteractionPayload> {
  const problems = checkText(input.text)
  if (!isLanguage(input.language)) problems.push({ field: 'language', code: 'LANGUAGE_UNKNOWN' })
  return perform(ctx, id, input, {
    ...{ name: 'interaction.answer', permission: 'interaction.answer', problems },
    async work(interaction, em) {
      move(ctx, interaction, 'answer')
      say(ctx, em, interaction, 'ANSWER', input.text, input.language)
      interaction.answeredAt ??= ctx.now
      if (!interaction.assigneeId && ctx.actor.type === 'STAFF') interaction.assigneeId = ctx.actor.staff.id
      if (input.close) await end(ctx, em, interaction)
      return { type: 'interaction.answered', visibility: 'PUBLIC', payload: { closed: Boolean(input.close) } }
    },
  })
}

/** Writes a word among staff; it changes no state and no clock. */
export function noteInteraction(
  ctx: Context,
  id: string,
  input: InteractionNoteInput,
): Promise<InteractionPayload> {
  return perform(ctx, id, input, {
    ...{ name: 'interaction.note', permission: 'interaction.note', problems: checkText(input.text) },
    work(interaction, em) {
      touch(ctx, interaction)
      em.create(Entry, {
        id: uuidv7(),
        interactionId: interaction.id,
        type: 'NOTE',
        at: ctx.now,
        text: cleanText(input.text),
        language: ctx.language,
        authorId: authorOf(ctx),
      })
      return { type: 'interaction.noted' }
    },
  })
}

/** Makes the signed-in person the owner. */
export function takeInteraction(
  ctx: Context,
  id: string,
  input: InteractionActInput,
): Promise<InteractionPayload> {
  const member = demand(ctx, 'interaction.answer')
  return perform(ctx, id, input, {
    ...{ name: 'interaction.take', permission: 'interaction.answer' },
    work(interaction) {
      move(ctx, interaction, 'assign')
      interaction.assigneeId = member.id
      return { type: 'interaction.assigned', visibility: 'PUBLIC', payload: { assignee: member.name } }
    },
  })
}

/** Gives a matter to a person, to a team, or back to nobody. */
export async function assignInteraction(
  ctx: Context,
  id: string,
  input: InteractionAssignInput,
): Promise<InteractionPayload> {
  const { assignee, team, problems } = await findOwner(ctx, input)
  return perform(ctx, id, input, {
    ...{ name: 'interaction.assign', permission: 'interaction.assign', problems },
    work(interaction) {
      // Where nobody is named, the owner is taken off and the state stays.
      if (assignee || team) move(ctx, interaction, 'assign')
      else touch(ctx, interaction)
      interaction.assigneeId = assignee?.id ?? null
      if (team || assignee?.teamId) interaction.teamId = team?.id ?? assignee?.teamId ?? null
      const payload = { assignee: assignee?.name ?? null, team: team?.nameWords ?? null }
      return {
        type: assignee || team ? 'interaction.assigned' : 'interaction.unassigned',
        visibility: 'PUBLIC',
        payload,
      }
    },
  })
}

/** Finds who is to own something; a person or team that does not work here is a problem of the input. */
export async function findOwner(ctx: Context, input: { assigneeId?: string | null; teamId?: string | null }) {
  const assignee = input.assigneeId ? (await ctx.house.directory.staff()).get(input.assigneeId) : undefined
  const team = input.teamId ? (await ctx.house.directory.teams()).get(input.teamId) : undefined
  const problems: Problem[] = []
  if (input.assigneeId && !assignee?.active) problems.push({ field: 'assigneeId', code: 'ASSIGNEE_UNKNOWN' })
  if (input.teamId && !team) problems.push({ field: 'teamId', code: 'ASSIGNEE_UNKNOWN' })
  return { assignee, team, problems }
}

/** Waits for the beneficiary: the clock stands still until they write (section 2 of the defaults). */
export function waitForBeneficiary(
  ctx: Context,
  id: string,
  input: InteractionActInput,
): Promise<InteractionPayload> {
  const problems: Problem[] = input.reason?.trim()
    ? checkText(input.reason, 'reason')
    : [{ field: 'reason', code: 'REASON_REQUIRED' }]
  return perform(ctx, id, input, {
    ...{ name: 'interaction.wait', permission: interactionActs.wait.permission, problems },
    work(interaction) {
      move(ctx, interaction, 'wait')
      interaction.waitingReason = cleanText(input.reason ?? '')
      return {
        type: 'interaction.waiting',
        visibility: 'PUBLIC',
        payload: { reason: interaction.waitingReason },
      }
    },
  })
}

/** Ends a matter and invites the person to rate the service (G4). */
export const closeInteraction = (ctx: Context, id: string, input: InteractionActInput) =>
  perform(ctx, id, input, {
    ...{ name: 'interaction.close', permission: 'interaction.close' },
    async work(interaction, em) {
      await end(ctx, em, interaction)
      return { type: 'interaction.closed', visibility: 'PUBLIC' }
    },
  })

export const resumeInteraction = simple('resume', 'interaction.resumed', 'PUBLIC')
export const reopenInteraction = simple('reopen', 'interaction.reopened', 'PUBLIC')
export const markSpam = simple('markSpam', 'interaction.markedSpam', 'STAFF')
export const studySuggestion = simple('study', 'interaction.underStudy', 'PUBLIC')
export const shareCompliment = simple('share', 'interaction.shared', 'PUBLIC')
export const returnCall = simple(
  'returnCall',
  'interaction.callReturned',
  'PUBLIC',
  (interaction, now) => (interaction.answeredAt ??= now),
)
export const giveUpCall = simple('giveUpCall', 'interaction.callGivenUp', 'STAFF')
export const escalateInteraction = simple('escalate', 'interaction.escalated', 'PUBLIC', (interaction) => {
  interaction.escalationLevel = Math.min(interaction.escalationLevel + 1, escalationLevels)
})

const decisions = {
  ACCEPTED: { act: 'accept', type: 'interaction.accepted' },
  PARKED: { act: 'park', type: 'interaction.parked' },
  DECLINED: { act: 'decline', type: 'interaction.declined' },
  IMPLEMENTED: { act: 'implement', type: 'interaction.implemented' },
} as const

/** Decides on a suggestion; its author reads the decision and the reason (D3). */
export function decideSuggestion(
  ctx: Context,
  id: string,
  input: InteractionDecideInput,
): Promise<InteractionPayload> {
  const { act, type } = decisions[input.decision]
  return perform(ctx, id, input, {
    ...{
      name: `interaction.${act}`,
      permission: interactionActs[act].permission,
      problems: checkText(input.text),
    },
    work(interaction, em) {
      move(ctx, interaction, act)
      say(ctx, em, interaction, 'ANSWER', input.text, ctx.language)
      interaction.answeredAt ??= ctx.now
      return { type, visibility: 'PUBLIC' }
    },
  })
}

/** An act that moves the state and needs nothing but, perhaps, a reason. */
function simple(
  act: InteractionAct,
  type: string,
  visibility: 'PUBLIC' | 'STAFF',
  also?: (interaction: Interaction, now: Date) => void,
) {
  return (ctx: Context, id: string, input: InteractionActInput): Promise<InteractionPayload> =>
    perform(ctx, id, input, {
      ...{ name: `interaction.${act}`, permission: interactionActs[act].permission },
      problems: input.reason?.trim() ? checkText(input.reason, 'reason') : [],
      work(interaction) {
        move(ctx, interaction, act)
        also?.(interaction, ctx.now)
        return { type, visibility, payload: input.reason?.trim() ? { reason: cleanText(input.reason) } : {} }
      },
    })
}

async function perform(ctx: Context, id: string, input: Input, step: Step): Promise<InteractionPayload> {
  demand(ctx, step.permission)
  checkKey(input.clientMutationId)
  if (step.problems && step.problems.length > 0) return { problems: tell(ctx, step.problems) }

  const outcome = await change(
    ctx,
    { name: step.name, key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const interaction = await lockInteraction(em, id)
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
  }
}

/** Moves a matter along the one transition table and turns its clock; refuses what the table does not know. */
export function move(ctx: Context, interaction: Interaction, act: InteractionAct) {
  const to = nextStatus(interaction.kind, interaction.status, act)
  if (!to) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
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

async function end(ctx: Context, em: EntityManager, interaction: Interaction) {
  move(ctx, interaction, 'close')
  if (interaction.answeredAt) await inviteToSurvey(ctx, em, { interaction })
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

function authorOf(ctx: Context): string | null {
  return ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null
}
