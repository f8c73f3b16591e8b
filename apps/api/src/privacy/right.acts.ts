import type { EntityManager } from '@mikro-orm/postgresql'
import { checkRightText, extendedDueAt, mayExtend, rightDueAt } from '@sila/domain/data-right'
import type { Problem } from '@sila/domain/problem'
import { can } from '@sila/domain/permission'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { Outcome } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { eventOf, lockPerson } from './person.acts.ts'
import { readDataRight } from './right.rows.ts'
import type {
  DataRightAnswerInput,
  DataRightExtendInput,
  DataRightPayload,
  DataRightRecordInput,
} from './right.types.ts'

/** Records what a person asks about their own data: any officer who hears it may, the privacy officer decides. */
export async function recordDataRight(ctx: Context, input: DataRightRecordInput): Promise<DataRightPayload> {
  const deskHears = ctx.actor.type === 'STAFF' && can(ctx.actor.staff.viewer, 'beneficiary.edit')
  const member = demand(ctx, deskHears ? 'beneficiary.edit' : 'privacy.act')
  checkKey(input.clientMutationId)
  const receivedAt = input.receivedAt ?? ctx.now
  const problems = checkRightText('text', input.text, false)
  if (receivedAt > ctx.now) problems.push({ field: 'receivedAt', code: 'DATE_FUTURE' })
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const { beneficiaryId, right, channel } = input
  const act = { name: 'dataRight.record', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    await lockPerson(em, beneficiaryId)
    const id = uuidv7()
    await em.execute(
      `insert into data_right (id, "right", beneficiary_id, channel, text, received_at, recorded_by, due_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, right, beneficiaryId, channel, cleanText(input.text ?? '')],
        ...[receivedAt, member.id, rightDueAt(receivedAt)],
      ],
    )
    const event = { ...eventOf(beneficiaryId, 'beneficiary.rightAsked'), payload: { right } }
    return { result: { id, person: beneficiaryId }, event }
  })
  return answerWith(ctx, outcome)
}

/** Adds 30 days, once, before the first 30 are over; the reason is told to the person. */
export function extendDataRight(
  ctx: Context,
  id: string,
  input: DataRightExtendInput,
): Promise<DataRightPayload> {
  const problems = checkRightText('reason', input.reason, true)
  return perform(ctx, id, input, 'extend', problems, async (em, held) => {
    if (!mayExtend(held, ctx.now)) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await em.execute(`update data_right set extended_at = ?, extension_reason = ?, due_at = ? where id = ?`, [
      ...[ctx.now, cleanText(input.reason), extendedDueAt(held), id],
    ])
    return 'beneficiary.rightExtended'
  })
}

/** Answers a request about data. */
export function answerDataRight(
  ctx: Context,
  id: string,
  input: DataRightAnswerInput,
): Promise<DataRightPayload> {
  const problems = checkRightText('answer', input.answer, true)
  return perform(ctx, id, input, 'answer', problems, async (em, held) => {
    if (held.answeredAt || !(ctx.actor.type === 'STAFF')) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await em.execute(
      `update data_right set answered_at = ?, answered_by = ?, outcome = ?, answer = ? where id = ?`,
      [ctx.now, ctx.actor.staff.id, input.outcome, cleanText(input.answer), id],
    )
    return 'beneficiary.rightAnswered'
  })
}

type Held = {
  beneficiaryId: string | null
  right: string
  dueAt: Date
  extendedAt: Date | null
  answeredAt: Date | null
}

async function perform(
  ctx: Context,
  id: string,
  input: { clientMutationId: string },
  name: 'extend' | 'answer',
  problems: Problem[],
  work: (em: EntityManager, held: Held) => Promise<string>,
): Promise<DataRightPayload> {
  demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const act = { name: `dataRight.${name}`, key: input.clientMutationId, input: { id, ...input } }
  const outcome = await change(ctx, act, async (em) => {
    const held = await lock(em, id)
    const type = await work(em, held)
    // Where the person is gone, the event belongs to the request itself.
    const event = { ...eventOf(held.beneficiaryId ?? id, type), payload: { right: held.right } }
    return { result: { id, person: held.beneficiaryId }, event }
  })
  return answerWith(ctx, outcome)
}

async function lock(em: EntityManager, id: string): Promise<Held> {
  const [row] = isId(id)
    ? await em.execute<Record<keyof Held, string | null>[]>(
        `select beneficiary_id as "beneficiaryId", "right", due_at as "dueAt", extended_at as "extendedAt", answered_at as "answeredAt"
          from data_right where id = ? for update`,
        [id],
      )
    : []
  if (!row) throw notFound()
  const at = (value: string | null) => (value === null ? null : new Date(value))
  return {
    ...{ beneficiaryId: row.beneficiaryId, right: row.right ?? '', dueAt: new Date(row.dueAt ?? 0) },
    ...{ extendedAt: at(row.extendedAt), answeredAt: at(row.answeredAt) },
  }
}

async function answerWith(
  ctx: Context,
  outcome: Outcome<{ id: string; person: string | null }>,
): Promise<DataRightPayload> {
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  return { dataRight: await readDataRight(ctx, outcome.result.id), problems: [] }
}
