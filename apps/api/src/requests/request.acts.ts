import { contactTarget, dueAt } from '@sila/domain/due'
import type { Problem } from '@sila/domain/problem'
import { checkNeededItems, checkRequestText, isRejectionReason, requestActs } from '@sila/domain/request'
import type { RequestAct } from '@sila/domain/request'
import { cleanText } from '@sila/domain/text'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { findOwner, neverToAccused } from '../interactions/owner.ts'
import type { InteractionAssignInput, InteractionNoteInput } from '../interactions/interaction.types.ts'
import { writeNote } from '../privacy/sealed-notes.ts'
import { inviteToSurvey } from '../surveys/index.ts'
import { move, perform, say } from './request.change.ts'
import { touch } from '../matters/matter.ts'
import type { Request } from './request.entity.ts'
import { tendLater } from './request.tend.ts'
import type {
  RequestActInput,
  RequestAskInfoInput,
  RequestFulfilInput,
  RequestLodgeInput,
  RequestPayload,
  RequestRejectInput,
} from './request.types.ts'

const mostItems = 20
const longestReference = 64

/** Gives a request to a person, to a team, or back to nobody. */
export async function assignRequest(
  ctx: Context,
  id: string,
  input: InteractionAssignInput,
): Promise<RequestPayload> {
  const { assignee, team, problems } = await findOwner(ctx, input)
  return perform(ctx, id, input, {
    ...{ name: 'request.assign', permission: requestActs.assign.permission, problems },
    work(request) {
      neverToAccused(request, assignee)
      move(ctx, request, 'assign')
      request.assigneeId = assignee?.id ?? null
      if (team || assignee?.teamId) request.teamId = team?.id ?? assignee?.teamId ?? null
      const payload = { assignee: assignee?.name ?? null, team: team?.nameWords ?? null }
      return {
        type: assignee || team ? 'request.assigned' : 'request.unassigned',
        visibility: 'STAFF',
        payload,
      }
    },
  })
}

/** Writes a word among staff; it changes no state and no clock. */
export function noteRequest(ctx: Context, id: string, input: InteractionNoteInput): Promise<RequestPayload> {
  return perform(ctx, id, input, {
    ...{ name: 'request.note', permission: 'interaction.note', problems: checkRequestText(input.text) },
    async work(request, em) {
      touch(ctx, request)
      await writeNote(ctx, em, request, input.text)
      return { type: 'request.noted', visibility: 'STAFF' }
    },
  })
}

/** Begins the study of a request; whoever begins it owns it, where nobody did. */
export const reviewRequest = simple('review', 'request.reviewed', (ctx, request) => {
  if (ctx.actor.type !== 'STAFF' || request.assigneeId) return
  request.assigneeId = ctx.actor.staff.id
  request.teamId = ctx.actor.staff.teamId ?? request.teamId
})

/** Goes on without the missing items. */
export const resumeRequest = simple('resume', 'request.resumed')

/** Takes a request back from the outside body, undecided. */
export const returnRequest = simple('return', 'request.returned')

/** Notes that every place is taken: the request waits for one, and our clock stands still. */
export const waitlistRequest = simple('waitlist', 'request.waitlisted')

/** Begins to deliver. */
export const startRequest = simple('start', 'request.started')

/** Ends what was fulfilled. */
export const closeRequest = simple('close', 'request.closed')

/** Approves; the decision of an outside body creates the duty to contact the person (D4). */
export const approveRequest = simple('approve', 'request.approved', decide)

/** Ends a request from the side of the association; the person reads why. */
export const cancelRequest = simple('cancel', 'request.cancelled', undefined, 'REASON_REQUIRED')

/** D4: the contact with the person that the decision of an outside body demands. */
export const contactAboutDecision = simple(
  'contact',
  'request.contacted',
  (ctx, request) => {
    if (!owesContact(request)) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    request.contactedAt = ctx.now
  },
  'REQUIRED',
)

/** Whether the person has yet to be told of the decision of an outside body (D4). */
export function owesContact(request: Pick<Request, 'contactDueAt' | 'contactedAt'>): boolean {
  return Boolean(request.contactDueAt) && !request.contactedAt
}

/** Asks the person for everything that is missing, at once; the clock stands still until they write. */
export function askForInfo(ctx: Context, id: string, input: RequestAskInfoInput): Promise<RequestPayload> {
  const problems = checkNeededItems(input.items.slice(0, mostItems + 1))
  if (input.items.length > mostItems)
    problems.push({ field: 'items', code: 'TOO_MANY_CHOICES', values: { max: mostItems } })
  return perform(ctx, id, input, {
    ...{
      name: 'request.askInfo',
      permission: requestActs.askInfo.permission,
      problems: [...problems, ...checkWords(input.text)],
    },
    async work(request, em) {
      move(ctx, request, 'askInfo')
      request.neededItems = input.items.map(cleanText)
      if (input.text?.trim()) say(ctx, em, request, 'ANSWER', input.text)
      await tendLater(ctx, em, request)
      return { type: 'request.infoAsked', payload: { items: request.neededItems } }
    },
  })
}

/** D4: notes that the application was lodged with the outside body; our clock stands still while it decides. */
export function lodgeRequest(ctx: Context, id: string, input: RequestLodgeInput): Promise<RequestPayload> {
  const problems = checkRequestText(input.externalReference, 'externalReference')
  const { length } = cleanText(input.externalReference)
  if (length > longestReference)
    problems.push({ field: 'externalReference', code: 'TOO_LONG', values: { max: longestReference, length } })
  if (input.lodgedAt > ctx.now) problems.push({ field: 'lodgedAt', code: 'DATE_FUTURE' })
  return perform(ctx, id, input, {
    ...{ name: 'request.lodge', permission: requestActs.lodge.permission, problems },
    work(request) {
      move(ctx, request, 'lodge')
      request.externalReference = cleanText(input.externalReference)
      request.lodgedAt = input.lodgedAt
      request.externalDecidedAt = null
      return { type: 'request.lodged', payload: { externalReference: request.externalReference } }
    },
  })
}

/** Refuses, with a reason and with words that the person reads; within 30 days it can be appealed. */
export function rejectRequest(ctx: Context, id: string, input: RequestRejectInput): Promise<RequestPayload> {
  const problems = checkRequestText(input.text)
  if (!isRejectionReason(input.code)) problems.push({ field: 'code', code: 'CHOICE_UNKNOWN' })
  return perform(ctx, id, input, {
    ...{ name: 'request.reject', permission: requestActs.reject.permission, problems },
    work(request) {
      const lodged = request.status === 'AWAITING_EXTERNAL'
      move(ctx, request, 'reject')
      decide(ctx, request, lodged)
      request.rejectionCode = input.code
      request.rejectionText = cleanText(input.text)
      return { type: 'request.rejected', payload: { code: input.code, text: request.rejectionText } }
    },
  })
}

/** O3: the transaction is finished; what was delivered is noted, and the person is asked for a rating (G4). */
export function fulfilRequest(ctx: Context, id: string, input: RequestFulfilInput): Promise<RequestPayload> {
  return perform(ctx, id, input, {
    ...{
      name: 'request.fulfil',
      permission: requestActs.fulfil.permission,
      problems: checkRequestText(input.deliverable, 'deliverable'),
    },
    async work(request, em) {
      move(ctx, request, 'fulfil')
      request.deliverable = cleanText(input.deliverable)
      request.fulfilledAt = ctx.now
      await inviteToSurvey(ctx, em, { request })
      await tendLater(ctx, em, request)
      return { type: 'request.fulfilled', payload: { deliverable: request.deliverable } }
    },
  })
}

function decide(ctx: Context, request: Request, lodged: boolean) {
  request.decidedAt = ctx.now
  request.firstDeciderId = null
  if (!lodged) return
  request.externalDecidedAt = ctx.now
  request.contactDueAt = dueAt(ctx.house.calendar, ctx.now, contactTarget)
  request.contactedAt = null
}

type Also = (ctx: Context, request: Request, lodged: boolean) => void

/** An act that moves the state; its words, where there are some, go to the person. */
function simple(act: RequestAct, type: string, also?: Also, wordsMissing?: 'REASON_REQUIRED' | 'REQUIRED') {
  return (ctx: Context, id: string, input: RequestActInput): Promise<RequestPayload> => {
    const missing: Problem[] =
      wordsMissing && !input.text?.trim() ? [{ field: 'text', code: wordsMissing }] : []
    return perform(ctx, id, input, {
      ...{
        name: `request.${act}`,
        permission: requestActs[act].permission,
        problems: [...missing, ...checkWords(input.text)],
      },
      work(request, em) {
        const lodged = request.status === 'AWAITING_EXTERNAL'
        move(ctx, request, act)
        also?.(ctx, request, lodged)
        if (input.text?.trim()) say(ctx, em, request, 'ANSWER', input.text)
        return { type }
      },
    })
  }
}

function checkWords(text: string | null | undefined): Problem[] {
  return text?.trim() ? checkRequestText(text) : []
}
