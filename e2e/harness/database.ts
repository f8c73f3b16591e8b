import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Looks into the product's database: journeys count there what was stored. */
export function useDatabase() {
  const pool = new pg.Pool({ connectionString: inject('database'), max: 1 })
  afterAll(() => pool.end())
  return {
    async rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
      return (await pool.query<Row>(sql, values)).rows
    },
    async count(sql: string, values: unknown[] = []): Promise<number> {
      const [row] = (await pool.query<{ count: string }>(sql, values)).rows
      return Number(row?.count)
    },
  }
}
