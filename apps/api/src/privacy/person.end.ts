import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../context.ts'

const ends = [
  { table: 'interaction', status: 'CLOSED', type: 'interaction.closed' },
  { table: 'request', status: 'CANCELLED', type: 'request.cancelled' },
] as const

/**
 * Ends what is still open of a person who is erased: nobody is left to answer, and nothing is owed any more. Each end is
 * an event of its own, so that the lists that colleagues have open follow.
 */
export async function endOpenMatters(ctx: Context, em: EntityManager, beneficiaryId: string): Promise<void> {
  const by = ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null
  for (const { table, status, type } of ends) {
    await em.execute(
      `with ended as (
          update ${table} set status = ?, open = false, closed_at = ?, last_activity_at = ?, due_at = null, version = version + 1
          where beneficiary_id = ? and open returning id, status, version)
        insert into event (id, aggregate, aggregate_id, type, actor_id, visibility, payload, at)
        select uuidv7(), ?, id, ?, ?::uuid, 'STAFF', jsonb_build_object('status', status, 'version', version), ? from ended`,
      [status, ctx.now, ctx.now, beneficiaryId, table, type, by, ctx.now],
    )
  }
}
