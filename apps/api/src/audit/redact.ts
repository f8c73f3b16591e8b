import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Keys } from '../keys/keys.ts'
import { markOf, remainsOf } from './mark.ts'

/** What erases: the row of an erasure or of a retention run, and when. */
export type Cause = { keys: Keys; id: string; at: Date }

/**
 * Notes for the audit trail that rows were blanked by an erasure: only the house can write such a note, so that an edit
 * that only looks like an erasure is none.
 */
export async function noteRedactions(
  em: EntityManager,
  { keys, id: causeId, at }: Cause,
  rowTable: string,
  blanked: readonly { id: string; erasable: readonly (string | null)[] }[],
): Promise<void> {
  if (blanked.length === 0) return
  const rows = blanked.map(({ id: rowId, erasable }) => {
    return { id: uuidv7(), rowTable, rowId, causeId, remains: remainsOf(erasable), at }
  })
  await em.execute(
    `insert into redaction (id, row_table, row_id, cause_id, remains, at, mark)
      select u.id, ?, u.row_id, ?, decode(u.remains, 'hex'), ?, decode(u.mark, 'hex')
      from jsonb_to_recordset(?::jsonb) as u(id uuid, row_id uuid, remains text, mark text)`,
    [
      ...[rowTable, causeId, at],
      JSON.stringify(
        rows.map((row) => ({
          ...{ id: row.id, row_id: row.rowId, remains: row.remains.toString('hex') },
          mark: markOf(keys, 'redaction', row).mark.toString('hex'),
        })),
      ),
    ],
  )
}
