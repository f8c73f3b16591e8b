import { checkContact } from '@sila/domain/beneficiary'
import type { ChannelCode } from '@sila/domain/channel'
import { promisedAt } from '@sila/domain/due'
import { checkSubmission, initialStatus, isOpen, previewOf, subjectOf } from '@sila/domain/interaction'
import type { InteractionKind } from '@sila/domain/interaction'
import { foldText } from '@sila/domain/name'
import type { Problem } from '@sila/domain/problem'
import { makeReference } from '@sila/domain/reference'
import { cleanText } from '@sila/domain/text'
import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { meetBeneficiary } from '../beneficiaries/index.ts'
import { isId } from '../connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { NewEvent } from '../events.ts'
import { checkKey } from '../keys-check.ts'
import { tell } from '../problem.ts'
import { trackingPath } from '../tracking-path.ts'
import { Entry } from './entry.entity.ts'
import { Interaction } from './interaction.entity.ts'
import { readInteractions } from './interaction.rows.ts'
import type {
  InteractionPayload,
  InteractionRecordInput,
  InteractionSubmitInput,
  InteractionSubmitPayload,
  Receipt,
} from './interaction.types.ts'

type Arrival = {
  kind: InteractionKind
  channel: ChannelCode
  text: string
  about?: string | null
  language: string
  anonymous: boolean
  contact?: InteractionSubmitInput['contact']
  beneficiaryId?: string | null
  at: Date
  facts?: Partial<Pick<Interaction, 'social' | 'letterNumber' | 'link' | 'recordedBy'>>
}

/** Takes in a matter from the portal (C1, C7): no account, a receipt at once, a secret that nobody else has. */
export async function submitInteraction(
  ctx: Context,
  input: InteractionSubmitInput,
): Promise<InteractionSubmitPayload> {
  checkKey(input.clientMutationId)
  const problems = checkSubmission(input)
  if (input.kind === 'MISSED_CALL') problems.push({ field: 'kind', code: 'CHOICE_UNKNOWN' })
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const { link } = input
  const channel = link ? 'FEEDBACK_LINK' : 'WEBSITE'
  const outcome = await change(
    ctx,
    { name: 'interaction.submit', key: input.clientMutationId, input },
    (em) =>
      arrive(ctx, em, input.clientMutationId, {
        ...input,
        channel,
        at: ctx.now,
        facts: { link: link?.slice(0, 64) ?? null },
      }),
  )
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  return { receipt: receiptOf(ctx, outcome.result, input), problems: [] }
}

/** Writes down a matter that came by any of the seven channels (C1-C7), so that the inbox is the whole of it. */
export async function recordInteraction(
  ctx: Context,
  input: InteractionRecordInput,
): Promise<InteractionPayload> {
  const member = demand(ctx, 'interaction.record')
  checkKey(input.clientMutationId)
  const problems = checkRecord(ctx, input)
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const facts = {
    recordedBy: member.id,
    social: input.social ?? null,
    letterNumber: input.letterNumber ?? null,
  }
  const outcome = await change(
    ctx,
    { name: 'interaction.record', key: input.clientMutationId, input },
    (em) => arrive(ctx, em, input.clientMutationId, { ...input, at: input.occurredAt ?? ctx.now, facts }),
  )
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [interaction] = await readInteractions(ctx, [outcome.result.id])
  return { interaction, receipt: receiptOf(ctx, outcome.result, input), problems: [] }
}

function checkRecord(ctx: Context, input: InteractionRecordInput): Problem[] {
  const problems = checkSubmission({ ...input, contact: input.beneficiaryId ? undefined : input.contact })
  if (input.occurredAt && input.occurredAt > ctx.now)
    problems.push({ field: 'occurredAt', code: 'DATE_FUTURE' })
  // Whoever is to be called back needs a number.
  if (input.kind === 'MISSED_CALL' && !input.beneficiaryId)
    problems.push(...checkContact(input.contact ?? {}, { required: true }))
  if (input.letterNumber && input.letterNumber.length > 64)
    problems.push({
      field: 'letterNumber',
      code: 'TOO_LONG',
      values: { max: 64, length: input.letterNumber.length },
    })
  return problems
}

async function arrive(ctx: Context, em: EntityManager, key: string, arrival: Arrival) {
  const [serial] = await em.execute<{ n: string }[]>(`select nextval('reference_q') as n`)
  const reference = makeReference('Q', Number(serial?.n))
  const id = uuidv7()
  const person = await whose(em, ctx, arrival)
  const text = cleanText(arrival.text)
  const subject = subjectOf(text, arrival.about)
  const status = initialStatus(arrival.kind, { receiptGiven: true })
  const due = promisedAt(ctx.house.calendar, arrival.kind, arrival.at)
  em.create(Interaction, {
    ...{
      id,
      reference,
      status,
      subject,
      kind: arrival.kind,
      channel: arrival.channel,
      language: arrival.language,
    },
    ...{
      preview: previewOf(text),
      anonymous: arrival.anonymous,
      beneficiaryId: person?.id ?? null,
      open: isOpen(status),
    },
    searchText: foldText(`${subject} ${person?.name ?? ''}`),
    secretHash: ctx.house.keys.hashSecret(ctx.house.keys.trackingSecret(id, key)),
    ...{ receivedAt: arrival.at, lastActivityAt: ctx.now, waitingSince: arrival.at, lastInboundAt: ctx.now },
    ...{
      dueAt: due,
      dueStartedAt: arrival.at,
      version: 1,
      escalationLevel: 0,
      reopenedCount: 0,
      callTries: 0,
    },
    ...arrival.facts,
  })
  em.create(Entry, {
    id: uuidv7(),
    interactionId: id,
    type: 'FROM_BENEFICIARY',
    at: arrival.at,
    text,
    language: arrival.language,
  })
  if (arrival.kind === 'COMPLAINT') await ctx.house.jobs.escalateLater(em, id, due)
  const event: NewEvent = {
    aggregate: 'interaction',
    aggregateId: id,
    type: arrival.facts?.recordedBy ? 'interaction.recorded' : 'interaction.submitted',
    visibility: 'PUBLIC',
    payload: { version: 1, status, channel: arrival.channel, kind: arrival.kind, dueAt: due.toISOString() },
  }
  return {
    result: { id, reference, promisedAt: due.toISOString(), receivedAt: arrival.at.toISOString() },
    event,
  }
}

async function whose(em: EntityManager, ctx: Context, arrival: Arrival): Promise<Beneficiary | null> {
  if (arrival.beneficiaryId) {
    const known = isId(arrival.beneficiaryId) ? await em.findOne(Beneficiary, arrival.beneficiaryId) : null
    if (!known) throw new Refused({ field: 'beneficiaryId', code: 'PERSON_UNKNOWN' })
    return known
  }
  return arrival.anonymous || !arrival.contact
    ? null
    : meetBeneficiary(ctx, em, arrival.contact, arrival.language)
}

/** What the person takes away; made again, the same, when the submission is repeated. */
function receiptOf(
  ctx: Context,
  made: { id: string; reference: string; promisedAt: string; receivedAt: string },
  input: { clientMutationId: string; language: string },
): Receipt {
  const secret = ctx.house.keys.trackingSecret(made.id, input.clientMutationId)
  return {
    ...{
      reference: made.reference,
      secret,
      promisedAt: new Date(made.promisedAt),
      receivedAt: new Date(made.receivedAt),
    },
    trackingPath: trackingPath(ctx.language, made.reference, secret),
  }
}
