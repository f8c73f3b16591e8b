import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../context.ts'

/** What is known of a matter when its person is asked for a rating. */
type Matter = { id: string; reference: string; beneficiaryId?: string | null; secretHash?: Buffer | null }

/**
 * G4: asks for a rating, once for a matter, on its tracking page; what nobody can track invites nobody.
 * Called inside the act that ends the matter, so that both are stored or neither.
 */
export async function inviteToSurvey(
  ctx: Context,
  em: EntityManager,
  about: { interaction: Matter } | { request: Matter },
): Promise<void> {
  const matter = 'interaction' in about ? about.interaction : about.request
  if (!matter.secretHash) return
  const column = 'interaction' in about ? 'interaction_id' : 'request_id'
  await em.execute(
    `insert into survey_invitation (id, ${column}, beneficiary_id, reference, at) values (?, ?, ?, ?, ?) on conflict do nothing`,
    [uuidv7(), matter.id, matter.beneficiaryId ?? null, matter.reference, ctx.now],
  )
}
