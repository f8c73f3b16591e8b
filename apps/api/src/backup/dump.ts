import type { ClientBase } from 'pg'

/** One line of a dump: what it is of, then rows of one table, each as the database writes it. */
export type Line =
  | { migrations: string[]; sequences: Record<string, string> }
  | { table: string; rows: string }

const page = 500
const sequences = ['reference_q', 'reference_r', 'reference_b'] as const

/**
 * Every row of every table that holds anything for long, as lines of JSON: of one snapshot, whatever is written
 * meanwhile. Tables come before those that refer to them. Of the queue only what is still to be done.
 */
export async function* dumpLines(client: ClientBase): AsyncGenerator<string> {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local statement_timeout = 0')
  await client.query('set local idle_in_transaction_session_timeout = 0')
  const migrations = await client.query<{ name: string }>('select name from migration order by id')
  yield line({
    migrations: migrations.rows.map(({ name }) => name),
    sequences: await readSequences(client),
  })
  for (const table of await tablesInOrder(client)) yield* rowsOf(client, `public.${table}`, 'true')
  yield* rowsOf(client, 'pgboss.job', `t.state in ('created', 'retry', 'active')`)
  await client.query('commit')
}

async function* rowsOf(client: ClientBase, table: string, where: string): AsyncGenerator<string> {
  await client.query(
    `declare dumped no scroll cursor for select to_jsonb(t)::text as row from ${table} t where ${where}`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${page} from dumped`)
    if (rows.length > 0) yield line({ table, rows: `[${rows.map(({ row }) => row).join()}]` })
    if (rows.length < page) break
  }
  await client.query('close dumped')
}

function line(content: Line): string {
  return `${JSON.stringify(content)}\n`
}

async function readSequences(client: ClientBase): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const name of sequences) {
    const { rows } = await client.query<{ last: string }>(`select last_value as last from ${name}`)
    values[name] = rows[0]?.last ?? '1'
  }
  return values
}

/** The tables that outlive a crash, each after those that it refers to. */
export async function tablesInOrder(client: ClientBase): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and relpersistence = 'p' and relname <> 'migration' order by 1`,
  )
  const { rows: references } = await client.query<{ table: string; before: string }>(
    `select conrelid::regclass::text as "table", confrelid::regclass::text as before from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  )
  const ordered: string[] = []
  const visit = (name: string, path: readonly string[] = []) => {
    if (ordered.includes(name) || path.includes(name)) return
    for (const { before } of references.filter(({ table }) => table === name)) visit(before, [...path, name])
    ordered.push(name)
  }
  for (const { name } of tables) visit(name)
  return ordered
}
