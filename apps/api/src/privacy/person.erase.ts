import type { EntityManager } from '@mikro-orm/postgresql'
import { noteRedactions } from '../audit/redact.ts'
import type { Cause } from '../audit/redact.ts'
import { erasableColumns, erasableOf } from '../audit/read.ts'
import { auditedTable } from '../audit/tables.ts'
import type { AuditedTable } from '../audit/tables.ts'
import { columnOf, personalTables } from './personal-data.ts'
import type { PersonalTable } from './personal-table.ts'

type Column = { table: string; column: string; type: string; nullable: boolean }

/**
 * Erases a person as the tags say, inside an act: rows go, values are blanked, and what is kept for the statistics loses
 * its person. Answers with how many rows were touched.
 */
export async function eraseRows(em: EntityManager, cause: Cause, beneficiaryId: string): Promise<number> {
  const columns = await readColumns(em)
  let touched = 0
  for (const [name, table] of personalTables)
    if (table.rows)
      touched += await blankRows(em, cause, { name, table, where: table.rows, columns }, beneficiaryId)
  return touched
}

type Blanking = {
  name: string
  table: PersonalTable
  where: string
  columns: readonly Column[]
  /** Only the words go: whose it is, and who may see it, stays. */
  stays?: boolean
}

/** Deletes or blanks the rows of a table that `where` finds by `$1`, as the tags say. Answers with how many. */
export async function blankRows(
  em: EntityManager,
  cause: Cause,
  blanking: Blanking,
  found: string,
): Promise<number> {
  const { name } = blanking
  const audited = auditedTable(name)
  const text = audited?.erasable ? auditedStatement(blanking, audited) : statementOf(blanking)
  const marks = text.match(/\?/g)?.length ?? 0
  const rows = await em.execute<{ n: number; id: string; erasable: (string | null)[] | null }[]>(
    text,
    Array(marks).fill(found),
  )
  if (!audited?.erasable) return rows[0]?.n ?? 0
  const blanked = rows.map(({ id, erasable }) => ({ id, erasable: erasableOf(audited, erasable) }))
  await noteRedactions(em, cause, name, blanked)
  return rows.length
}

// Of an audited row the salt goes with what it salted; rows that hold nothing to erase are left as they are.
function auditedStatement(blanking: Blanking, audited: AuditedTable): string {
  const { name, where } = blanking
  const sets = blanks(blanking)
  const differs = sets.map((set) =>
    set.endsWith(' = null')
      ? set.replace(' = null', ' is not null')
      : set.replace(' = ', ' is distinct from '),
  )
  return `update ${name} t set ${sets.join()}, salt = null where ${where.replaceAll('$1', '?')} and (${differs.join(' or ')})
    returning t.id, ${erasableColumns(audited)} as erasable`
}

function statementOf(blanking: Blanking): string {
  const { name, table } = blanking
  const where = blanking.where.replaceAll('$1', '?')
  const tags = Object.entries(table.columns)
  const act = tags.some(([, tag]) => tag?.erasure === 'DELETE')
    ? `delete from ${name} where ${where}`
    : `update ${name} set ${blanks(blanking).join()} where ${where}`
  return `with touched as (${act} returning 1) select count(*)::int as n from touched`
}

function blanks({ name, table, columns, stays }: Blanking): string[] {
  const blanked = Object.entries(table.columns)
    .filter(([property, tag]) => tag?.erasure === 'BLANK' && !(stays && property === 'sensitivity'))
    .map(([property]) => {
      const column = columnOf(name, property)
      const known = columns.find((each) => each.table === name && each.column === column)
      if (!known) throw new Error(`personalData tags ${name}.${column}, which the database does not have`)
      return `"${column}" = ${table.keep && known.type === 'jsonb' ? kept(column, table.keep) : blankOf(known)}`
    })
  return table.link && !stays ? [...blanked, `${table.link} = null`] : blanked
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

/** The columns of the database, by which blanking knows what is empty in each. */
export function readColumns(em: EntityManager): Promise<Column[]> {
  return em.execute<Column[]>(
    `select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'public'`,
  )
}
