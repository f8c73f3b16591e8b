import type { Pool, PoolClient } from 'pg'

/** One row to store, by column name. */
export type Row = Record<string, unknown>

/** Stores many rows of one table in one statement; all rows have the columns of the first. */
export async function insertRows(
  client: Pool | PoolClient,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ')
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** Bytes as PostgreSQL reads them from text. */
export function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`
}
