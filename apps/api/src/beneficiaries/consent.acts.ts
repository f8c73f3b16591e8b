import { LockMode } from '@mikro-orm/core'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { Beneficiary } from './beneficiary.entity.ts'
import type { BeneficiaryPayload, ConsentSetInput } from './beneficiary.types.ts'
import { readPeople } from './beneficiary.rows.ts'
import { Consent } from './consent.entity.ts'

/** O6: notes that a person allows, or no longer allows, being written to; a refusal without a consent is kept as well. */
export async function setConsent(
  ctx: Context,
  id: string,
  input: ConsentSetInput,
): Promise<BeneficiaryPayload> {
  demand(ctx, 'beneficiary.edit')
  checkKey(input.clientMutationId)
  const { purpose, channel = null, given } = input
  const outcome = await change(
    ctx,
    { name: 'beneficiary.consent', key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const person = isId(id)
        ? await em.findOne(Beneficiary, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null
      if (!person) throw notFound()
      const standing = await em.find(Consent, {
        beneficiaryId: id,
        purpose,
        withdrawnAt: null,
        ...(given || channel ? { channel } : {}),
      })
      if (!given) for (const consent of standing) consent.withdrawnAt = ctx.now
      if (standing.length === 0) {
        em.create(Consent, {
          id: uuidv7(),
          beneficiaryId: id,
          purpose,
          channel,
          givenAt: ctx.now,
          withdrawnAt: given ? null : ctx.now,
        })
      }
      const type = given ? 'beneficiary.consentGiven' : 'beneficiary.consentWithdrawn'
      return {
        result: { id },
        event: {
          aggregate: 'beneficiary',
          aggregateId: id,
          type,
          visibility: 'STAFF',
          payload: { purpose, channel },
        },
      }
    },
  )
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [beneficiary] = await readPeople(ctx, [id])
  return { beneficiary, problems: [] }
}
