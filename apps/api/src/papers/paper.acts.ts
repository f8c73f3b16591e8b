import { checkRightText } from '@sila/domain/data-right'
import { checkExpiry } from '@sila/domain/paper'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { readPeople } from '../beneficiaries/beneficiary.rows.ts'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { Outcome } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { localDate } from '../association/local-date.ts'
import { eventOf, lockPerson } from '../privacy/person.acts.ts'
import { tell } from '../graphql/problem.ts'
import type { PaperPayload, PaperSeeInput, PaperUnseeInput } from './paper.types.ts'

/** Notes that an official paper was seen and verified; it is neither photographed nor copied (PDPL Art. 28). */
export async function seePaper(ctx: Context, input: PaperSeeInput): Promise<PaperPayload> {
  const member = demand(ctx, 'beneficiary.edit')
  checkKey(input.clientMutationId)
  const problems = checkExpiry(input.expiresOn, localDate(ctx))
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const { beneficiaryId: id, paper, expiresOn } = input
  const act = { name: 'paper.see', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    await lockPerson(em, id)
    await em.execute(
      `insert into paper_seen (id, beneficiary_id, paper, seen_at, seen_by, expires_on) values (?, ?, ?, ?, ?, ?::date)`,
      [uuidv7(), id, paper, ctx.now, member.id, expiresOn || null],
    )
    return { result: { id }, event: eventOf(id, 'beneficiary.paperSeen') }
  })
  return personAfter(ctx, outcome)
}

/** Takes back what was noted wrongly, with the reason; that it was noted stays readable for staff. */
export async function unseePaper(ctx: Context, id: string, input: PaperUnseeInput): Promise<PaperPayload> {
  const member = demand(ctx, 'beneficiary.edit')
  checkKey(input.clientMutationId)
  if (!isId(id)) throw notFound()
  const problems = checkRightText('reason', input.reason, true)
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const act = { name: 'paper.unsee', key: input.clientMutationId, input: { id, ...input } }
  const outcome = await change(ctx, act, async (em) => {
    const [row] = await em.execute<{ person: string }[]>(
      `update paper_seen set unseen_at = ?, unseen_by = ?, unseen_reason = ? where id = ? and unseen_at is null
        returning beneficiary_id as person`,
      [ctx.now, member.id, cleanText(input.reason), id],
    )
    if (!row) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    return { result: { id: row.person }, event: eventOf(row.person, 'beneficiary.paperUnseen') }
  })
  return personAfter(ctx, outcome)
}

async function personAfter(ctx: Context, outcome: Outcome<{ id: string }>): Promise<PaperPayload> {
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [beneficiary] = await readPeople(ctx, [outcome.result.id])
  return { beneficiary: beneficiary ?? null, problems: [] }
}
