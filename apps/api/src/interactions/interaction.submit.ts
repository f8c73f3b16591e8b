import { checkContact } from '@sila/domain/beneficiary'
import type { ChannelCode } from '@sila/domain/channel'
import { promisedAt } from '@sila/domain/due'
import { checkSubmission, initialStatus, isOpen, previewOf, subjectOf } from '@sila/domain/interaction'
import type { InteractionKind } from '@sila/domain/interaction'
import { foldText } from '@sila/domain/name'
import type { Problem } from '@sila/domain/problem'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { metAnew, recogniseBeneficiary } from '../beneficiaries/index.ts'
import type { Met } from '../beneficiaries/index.ts'
import { readPeople } from '../beneficiaries/beneficiary.rows.ts'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { add } from '../events.ts'
import type { Act, NewEvent } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { nextReference } from '../database/numbers.ts'
import { tell } from '../graphql/problem.ts'
import { tooOften } from '../limits/too-often.ts'
import { trackingPath } from '../matters/tracking-path.ts'
import { asBringer, inNameOf } from '../walls/actor.ts'
import type { Interaction } from './interaction.entity.ts'
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
  /** Who is known to have brought it. */
  person?: { id: string; name: string } | undefined
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
  if (problems.length === 0) problems.push(...(await tooOften(ctx, 'submission')))
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const { link } = input
  const channel = link ? 'FEEDBACK_LINK' : 'WEBSITE'
  const act = { name: 'interaction.submit', key: input.clientMutationId, input }
  const facts = { link: link?.slice(0, 64) ?? null }
  const outcome = await metAnew(() => arrive(asBringer(ctx), act, { ...input, channel, at: ctx.now, facts }))
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
  const person = input.beneficiaryId ? await findPerson(ctx, input.beneficiaryId) : undefined
  if (input.beneficiaryId && !person) problems.push({ field: 'beneficiaryId', code: 'PERSON_UNKNOWN' })
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const facts = {
    recordedBy: member.id,
    social: input.social ?? null,
    letterNumber: input.letterNumber ?? null,
  }
  const act = { name: 'interaction.record', key: input.clientMutationId, input }
  const at = input.occurredAt ?? ctx.now
  const outcome = await metAnew(() => arrive(ctx, act, { ...input, person, at, facts }))
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [interaction] = await readInteractions(ctx, [outcome.result.id])
  return { interaction, receipt: receiptOf(ctx, outcome.result, input), problems: [] }
}

async function findPerson(ctx: Context, id: string): Promise<{ id: string; name: string } | undefined> {
  if (!isId(id)) return undefined
  const [found] = await readPeople(ctx, [id])
  return found ?? undefined
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

/** Stores a matter as it came: the matter, its words, its person, its event, and for a complaint the look at it when it is due. */
async function arrive(ctx: Context, act: Act, arrival: Arrival) {
  const person = await whose(ctx, arrival)
  const reference = await nextReference(ctx.house.database.pool, 'Q')
  const id = uuidv7()
  const text = cleanText(arrival.text)
  const subject = subjectOf(text, arrival.about)
  const { kind, channel, language, anonymous, at } = arrival
  const status = initialStatus(kind, { receiptGiven: true })
  const due = promisedAt(ctx.house.calendar, kind, at)
  const matter = {
    ...{ id, reference, kind, status, channel, language, subject, anonymous, open: isOpen(status) },
    ...{
      preview: previewOf(text),
      searchText: foldText(`${subject} ${person?.name ?? ''}`),
      beneficiaryId: person?.id ?? null,
    },
    secretHash: ctx.house.keys.hashSecret(ctx.house.keys.trackingSecret(id, act.key)),
    ...{
      receivedAt: at,
      lastActivityAt: ctx.now,
      waitingSince: at,
      lastInboundAt: ctx.now,
      dueAt: due,
      dueStartedAt: at,
    },
    ...arrival.facts,
  }
  const words = { id: uuidv7(), interactionId: id, type: 'FROM_BENEFICIARY', at, text, language }
  const event: NewEvent = {
    ...{ aggregate: 'interaction', aggregateId: id, visibility: 'PUBLIC' },
    type: arrival.facts?.recordedBy ? 'interaction.recorded' : 'interaction.submitted',
    payload: { version: 1, status, channel, kind, dueAt: due.toISOString() },
  }
  return add(inNameOf(ctx, ctx.actor, id), act, {
    result: { id, reference, promisedAt: due.toISOString(), receivedAt: at.toISOString() },
    event,
    rows: { ...person?.rows, interaction: [matter], entry: [words] },
    ...(kind === 'COMPLAINT' ? { job: (execute) => ctx.house.jobs.escalateLater(execute, id, due) } : {}),
  })
}

type Whose = Pick<Met, 'id' | 'name'> & Partial<Met>

async function whose(ctx: Context, arrival: Arrival): Promise<Whose | null> {
  if (arrival.person) return arrival.person
  return arrival.anonymous || !arrival.contact
    ? null
    : recogniseBeneficiary(ctx, arrival.contact, arrival.language)
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
