import type { EntityManager } from '@mikro-orm/postgresql'
import { columnOf, personalTables } from './personal-data.ts'
import type { PersonalTable } from './personal-data.ts'

type Column = { table: string; column: string; type: string; nullable: boolean }

/**
 * Erases a person as the tags say, inside an act: rows go, values are blanked, and what is kept for the statistics loses
 * its person. Answers with how many rows were touched.
 */
export async function eraseRows(em: EntityManager, beneficiaryId: string): Promise<number> {
  const columns = await readColumns(em)
  let touched = 0
  for (const [name, table] of personalTables) {
    const text = statementOf(name, table, columns)
    if (!text) continue
    const marks = text.match(/\?/g)?.length ?? 0
    const [counted] = await em.execute<{ n: number }[]>(text, Array(marks).fill(beneficiaryId))
    touched += counted?.n ?? 0
  }
  return touched
}

function statementOf(name: string, table: PersonalTable, columns: readonly Column[]): string | undefined {
  if (!table.rows) return undefined
  const where = table.rows.replaceAll('$1', '?')
  const tags = Object.entries(table.columns)
  const act = tags.some(([, tag]) => tag?.erasure === 'DELETE')
    ? `delete from ${name} where ${where}`
    : `update ${name} set ${blanks(name, table, columns).join()} where ${where}`
  return `with touched as (${act} returning 1) select count(*)::int as n from touched`
}

function blanks(name: string, table: PersonalTable, columns: readonly Column[]): string[] {
  const blanked = Object.entries(table.columns)
    .filter(([, tag]) => tag?.erasure === 'BLANK')
    .map(([property]) => {
      const column = columnOf(name, property)
      const known = columns.find((each) => each.table === name && each.column === column)
      if (!known) throw new Error(`personalData tags ${name}.${column}, which the database does not have`)
      return `"${column}" = ${table.keep && known.type === 'jsonb' ? kept(column, table.keep) : blankOf(known)}`
    })
  return table.link ? [...blanked, `${table.link} = null`] : blanked
}

function kept(column: string, keys: readonly string[]): string {
  return `(select coalesce(jsonb_object_agg(k, v), '{}') from jsonb_each("${column}") as pair(k, v) where k in (${keys.map((key) => `'${key}'`).join()}))`
}

function blankOf({ nullable, type, table, column }: Column): string {
  if (nullable) return 'null'
  const blank = empty[type]
  if (!blank) throw new Error(`${table}.${column} of type ${type} cannot be blanked: it must be nullable`)
  return blank
}

const empty: Readonly<Record<string, string>> = { text: `''`, ARRAY: `'{}'`, jsonb: `'{}'`, bytea: `''` }

function readColumns(em: EntityManager): Promise<Column[]> {
  return em.execute<Column[]>(
    `select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'public'`,
  )
}
