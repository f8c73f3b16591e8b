import type { Pool } from 'pg'
import type { Keys } from '../keys/keys.ts'
import { sealLosses } from './seal.ts'
import { auditedList } from './tables.ts'
import type { Written, WrittenRow } from './written.ts'

const stands = `case u.name ${auditedList
  .map(([name]) => `when '${name}' then exists (select from ${name} t where t.id = u.id)`)
  .join(' ')} else true end`

/**
 * Looks for what this process wrote: a row that is sealed is known to the chain; one that is neither sealed nor there was
 * deleted in between, and the chain is told so for ever. Answers with what was lost.
 */
export async function sealLost(pool: Pool, keys: Keys, written: Written): Promise<WrittenRow[]> {
  const waiting = written.waiting()
  if (waiting.length === 0) return []
  const { rows } = await pool.query<WrittenRow & { sealed: boolean; stands: boolean }>({
    name: 'written-rows',
    text: `select u.name as table, u.id, ${stands} as stands,
        exists (select from seal s where s.row_table = u.name and s.row_id = u.id) as sealed
      from unnest($1::text[], $2::uuid[]) as u(name, id)`,
    values: [waiting.map(({ table }) => table), waiting.map(({ id }) => id)],
  })
  const lost = rows.filter((row) => !row.sealed && !row.stands)
  if (lost.length > 0) await sealLosses(pool, keys, lost)
  written.forget(rows.filter((row) => row.sealed || !row.stands))
  return lost.map(({ table, id }) => ({ table, id }))
}
