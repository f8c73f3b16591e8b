import type { EntityManager } from '@mikro-orm/postgresql'
import { checkText, escalationLevels, interactionActs } from '@sila/domain/interaction'
import type { InteractionAct } from '@sila/domain/interaction'
import { isLanguage } from '@sila/domain/language'
import type { Problem } from '@sila/domain/problem'
import { cleanText } from '@sila/domain/text'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { writeNote } from '../privacy/sealed-notes.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { inviteToSurvey } from '../surveys/index.ts'
import { move, perform, say } from './interaction.change.ts'
import { touch } from '../matters/matter.ts'
import type { Interaction } from './interaction.entity.ts'
import type {
  InteractionActInput,
  InteractionAnswerInput,
  InteractionAssignInput,
  InteractionDecideInput,
  InteractionNoteInput,
  InteractionPayload,
} from './interaction.types.ts'
import { findOwner, neverToAccused } from './owner.ts'

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
      await move(ctx, em, interaction, 'answer')
      say(ctx, em, interaction, 'ANSWER', input.text, input.language)
      interaction.answeredAt ??= ctx.now
      interaction.firstDeciderId = null
      if (!interaction.assigneeId && ctx.actor.type === 'STAFF') own(interaction, ctx.actor.staff)
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
    async work(interaction, em) {
      touch(ctx, interaction)
      await writeNote(ctx, em, interaction, input.text)
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
    async work(interaction, em) {
      await move(ctx, em, interaction, 'assign')
      own(interaction, member)
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
    async work(interaction, em) {
      neverToAccused(interaction, assignee)
      // Where nobody is named, the owner is taken off and the state stays.
      if (assignee || team) await move(ctx, em, interaction, 'assign')
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
    async work(interaction, em) {
      await move(ctx, em, interaction, 'wait')
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
    async work(interaction, em) {
      await move(ctx, em, interaction, act)
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
      async work(interaction, em) {
        await move(ctx, em, interaction, act)
        also?.(interaction, ctx.now)
        const reason = cleanText(input.reason ?? '')
        // Words among staff about a sensitive matter stand nowhere but in a sealed note.
        const sealed = reason !== '' && visibility === 'STAFF' && Boolean(interaction.sensitivity)
        if (sealed) await writeNote(ctx, em, interaction, reason)
        return { type, visibility, payload: reason === '' || sealed ? {} : { reason } }
      },
    })
}

async function end(ctx: Context, em: EntityManager, interaction: Interaction) {
  await move(ctx, em, interaction, 'close')
  if (interaction.answeredAt) await inviteToSurvey(ctx, em, { interaction })
}

// What somebody owns belongs to that person's team as well: so far do colleagues see it.
function own(interaction: Interaction, member: StaffMember) {
  interaction.assigneeId = member.id
  interaction.teamId = member.teamId ?? interaction.teamId
}
