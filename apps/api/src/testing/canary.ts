import { columnOf, personalTables } from '../privacy/personal-data.ts'
import type { TestApi } from './api.ts'

/** A marked value, and the column that it stands in. */
export type Canary = { column: string; exportable: boolean; mark: string }

type Column = { name: string; type: string; bound: boolean }

/**
 * Puts a marked value into every personal column of a person whose values erasure takes away. Columns whose values are
 * bound by a rule of the database (a choice, a reference to another row) can hold no words and are left.
 */
export async function plantCanaries(api: TestApi, beneficiaryId: string, tag: string): Promise<Canary[]> {
  const planted: Canary[] = []
  for (const { table, rows, column, type, exportable } of await wordyColumns(api)) {
    const mark = `canary${tag}${planted.length}x`
    const set = setters[type]?.(column, mark)
    const changed = await api.sql(`update ${table} set ${set} where ${rows} returning 1`, [beneficiaryId])
    if (changed.length > 0) planted.push({ column: `${table}.${column}`, exportable, mark })
  }
  return planted
}

/** The personal columns of beneficiaries that can hold words or bytes and that erasure empties, in the order of erasure. */
export async function wordyColumns(api: TestApi) {
  const columns = await readColumns(api)
  // In this order: the rows of the first tables are found by those that follow.
  return personalTables.flatMap(([table, { rows, columns: tags }]) =>
    Object.entries(tags).flatMap(([property, is]) => {
      const column = columnOf(table, property)
      const known = columns.find((each) => each.name === `${table}.${column}` && !each.bound)
      if (!rows || !known || !is || is.erasure === 'KEEP_WITHOUT_PERSON' || !setters[known.type]) return []
      return [{ table, rows, column, type: known.type, exportable: is.exportable }]
    }),
  )
}

const setters: Readonly<Record<string, (column: string, mark: string) => string>> = {
  text: (column, mark) => `"${column}" = '${mark}'`,
  jsonb: (column, mark) =>
    `"${column}" = coalesce("${column}", '{}') || '{"text": "${mark}", "reason": ["${mark}"]}'`,
  json: (column, mark) => `"${column}" = '{"circle": ["${mark}"]}'`,
  ARRAY: (column, mark) => `"${column}" = '{${mark}}'`,
  bytea: (column, mark) => `"${column}" = '${mark}'::bytea`,
}

async function readColumns(api: TestApi): Promise<Column[]> {
  return api.sql<Column>(`select c.table_name || '.' || c.column_name as name, c.data_type as type,
      exists (select from information_schema.constraint_column_usage u
        join information_schema.table_constraints t using (constraint_schema, constraint_name)
        where u.table_name = c.table_name and u.column_name = c.column_name and t.constraint_type = 'CHECK'
          and t.constraint_name not like '%_not_null')
      or exists (select from information_schema.key_column_usage k
        join information_schema.table_constraints t using (constraint_schema, constraint_name)
        where k.table_name = c.table_name and k.column_name = c.column_name and t.constraint_type = 'FOREIGN KEY') as bound
    from information_schema.columns c where c.table_schema = 'public'`)
}

/** Every row of every table of the database as text, those of the queue included; bytes as they were written too. */
export async function dump(api: TestApi): Promise<string> {
  const tables = await api.sql<{
    name: string
  }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await api.sql<{ line: string }>(`select t::text as line from ${name} t`)
    parts.push(...rows.map(({ line }) => `${name} ${line} ${decoded(line)}`))
  }
  return parts.join('\n')
}

const decoded = (line: string) =>
  [...line.matchAll(/\\x([0-9a-f]+)/g)]
    .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
    .join(' ')
