import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../context.ts'
import { addEvents } from '../events.ts'

const ends = [
  { table: 'interaction', status: 'CLOSED', type: 'interaction.closed' },
  { table: 'request', status: 'CANCELLED', type: 'request.cancelled' },
] as const

/** Holds every matter of a person, the closed ones too: whoever is writing into one is waited for, so that it goes as well. */
export async function holdMatters(em: EntityManager, beneficiaryId: string): Promise<void> {
  for (const { table } of ends)
    await em.execute(`select id from ${table} where beneficiary_id = ? order by id for update`, [
      beneficiaryId,
    ])
}

/**
 * Ends what is still open of a person who is erased: nobody is left to answer, and nothing is owed any more. Each end is
 * an event of its own, so that the lists that colleagues have open follow.
 */
export async function endOpenMatters(ctx: Context, em: EntityManager, beneficiaryId: string): Promise<void> {
  for (const { table, status, type } of ends) {
    const ended = await em.execute<{ id: string; version: number }[]>(
      `update ${table} set status = ?, open = false, closed_at = ?, last_activity_at = ?, due_at = null, version = version + 1
        where beneficiary_id = ? and open returning id, version`,
      [status, ctx.now, ctx.now, beneficiaryId],
    )
    const events = ended.map(({ id, version }) => ({
      ...{ aggregate: table, aggregateId: id, type, visibility: 'STAFF' as const },
      payload: { status, version },
    }))
    await addEvents(ctx, em, events)
  }
}
