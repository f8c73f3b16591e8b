import { must } from './see.ts'

type Rows = { rows<Row extends { id: string }>(sql: string, values: unknown[]): Promise<Row[]> }

/** The id of what came under this reference. */
export async function idOf(
  database: Rows,
  table: 'interaction' | 'request',
  reference: string,
): Promise<string> {
  const [row] = await database.rows<{ id: string }>(`select id from ${table} where reference = $1`, [
    reference,
  ])
  return must(row).id
}

/** Lets one of the staff alone know of a matter, as a supervisor who drew its circle long ago. */
export async function keepTo(
  database: Rows,
  table: 'interaction' | 'request',
  id: string,
  name: string,
): Promise<void> {
  await database.rows(
    `update ${table} set sensitivity = 'COUNSELLING', circle = array[(select id from staff where name = $1)] where id = $2`,
    [name, id],
  )
}
