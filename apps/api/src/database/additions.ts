import type { Pool, PoolClient } from 'pg'

/** The tables to which an arrival adds rows. */
export type Table = 'beneficiary' | 'contact_point' | 'interaction' | 'entry' | 'event'
/** New rows by table; the names of the values are those of the entities, and those not named keep their defaults. */
export type Additions = Partial<Record<Table, readonly object[]>>
/** The key under which an act is done once. */
export type Taken = { actor: string; key: string; act: string; hash: Buffer; result: unknown }

// A row stands before those that refer to it.
const tables: readonly Table[] = ['beneficiary', 'contact_point', 'interaction', 'entry', 'event']

/** Adds the rows under the key; false where the key was taken already. */
export async function addRows(
  client: Pool | PoolClient,
  taken: Taken,
  additions: Additions,
): Promise<boolean> {
  const rows = tables.flatMap((table) => (additions[table] ?? []).map((row) => ({ table, row })))
  const values = [taken.actor, taken.key, taken.act, taken.hash, JSON.stringify(taken.result)]
  const { rowCount } = await client.query({
    ...statementFor(rows),
    values: [...values, ...rows.flatMap(({ row }) => Object.values(row))],
  })
  return rowCount === 1
}

type NewRow = { table: Table; row: object }
const statements = new Map<string, { name: string; text: string }>()

// As many statements as there are shapes of arrivals: few, and each is parsed and planned once a connection.
function statementFor(rows: readonly NewRow[]) {
  const shape = rows.map(({ table, row }) => `${table} ${Object.keys(row).join()}`).join(';')
  const known = statements.get(shape)
  if (known) return known
  const statement = { name: `add-${statements.size}`, text: textFor(rows) }
  statements.set(shape, statement)
  return statement
}

// One statement is one transaction and one round trip. Nothing is added where the key was taken before.
function textFor(rows: readonly NewRow[]): string {
  let last = 5
  const inserts = rows.map(({ table, row }, index) => {
    const names = Object.keys(row)
    const params = names.map(() => `$${++last}`)
    return `, new_${index} as (insert into ${table} (${names.map(columnOf).join()}) select ${params.join()} from taken)`
  })
  return `with taken as (insert into idempotency (actor, key, act, input_hash, result) values ($1, $2, $3, $4, $5)
    on conflict do nothing returning key)${inserts.join('')} select key from taken`
}

/** The column of a property. */
export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
