import { recordKinds, records } from '@sila/domain/retention'
import type { RecordKind } from '@sila/domain/retention'
import type { Pool } from 'pg'

/** How many months each kind of record is kept; null permanently: what the privacy officer set, else the default. */
export async function readTerms(pool: Pool): Promise<Map<RecordKind, number | null>> {
  const { rows } = await pool.query<{ record: string; months: number | null }>(
    `select record, months from retention_setting`,
  )
  const set = new Map(rows.map(({ record, months }) => [record, months]))
  return new Map(
    recordKinds.map((kind) => {
      const own = set.get(kind)
      return [kind, own === undefined ? records[kind].months : own]
    }),
  )
}
