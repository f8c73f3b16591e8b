import type { ClientBase } from 'pg'
import { maskedFacts } from './masked-facts.ts'
import { maskedMay, withinReach } from './conditions.ts'
import { appRole } from './roles.ts'

/** Where the views are that answer masked eyes under the names of the tables. */
export const maskedSchema = 'masked'

const seen = (table: string, column: string) =>
  `exists (select from ${maskedSchema}.${table} m where m.id = t.${column})`
const matter = (permission: 'interaction.read' | 'request.read') =>
  `${maskedMay(permission)} and ${withinReach} and sensitivity is null`
// The owner of a view sees all rows: which it shows is said by the view itself, in the same words as by the policies.
const rows: Readonly<Record<string, string>> = {
  interaction: matter('interaction.read'),
  request: matter('request.read'),
  beneficiary: maskedMay('beneficiary.read'),
  entry: `(${seen('interaction', 'interaction_id')} or ${seen('request', 'request_id')})`,
  event: `case aggregate when 'interaction' then ${seen('interaction', 'aggregate_id')}
    when 'request' then ${seen('request', 'aggregate_id')} else false end`,
}
const pseudonym = '(select p.pseudonym from public.beneficiary p where p.id = t.beneficiary_id)'
const instead: Readonly<Record<string, string>> = {
  'interaction.beneficiary_id': pseudonym,
  'request.beneficiary_id': pseudonym,
  'beneficiary.id': 't.pseudonym',
  'beneficiary.since': `date_trunc('month', t.since, 'UTC')`,
}

type Column = { table: string; name: string; type: string; nullable: boolean }

/** The statements that make the views: every column of the table, in its type, and blank what is no fact. */
export async function maskedViews(client: ClientBase): Promise<string[]> {
  const columns = await client.query<Column>(
    `select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum`,
    [Object.keys(maskedFacts)],
  )
  const byTable = Map.groupBy(columns.rows, ({ table }) => table)
  return [
    `create schema ${maskedSchema}`,
    `grant usage on schema ${maskedSchema} to ${appRole}`,
    ...Object.keys(maskedFacts).flatMap((table) => viewOf(table, byTable.get(table) ?? [])),
  ]
}

/** Takes the views away, before the tables below them change and before they are made anew. */
export async function dropMaskedViews(client: ClientBase): Promise<void> {
  await client.query(`drop schema if exists ${maskedSchema} cascade`)
}

function viewOf(table: string, columns: readonly Column[]): string[] {
  const name = `${maskedSchema}."${table}"`
  const shown = columns.map((column) => `${shownAs(column)} as "${column.name}"`)
  return [
    `create view ${name} with (security_barrier) as select ${shown.join(', ')} from public."${table}" t where ${rows[table] ?? 'false'}`,
    `grant select on ${name} to ${appRole}`,
  ]
}

function shownAs({ table, name, type, nullable }: Column): string {
  if (maskedFacts[table]?.columns.includes(name)) return `t."${name}"`
  const other = instead[`${table}.${name}`]
  if (other) return other
  return nullable ? `null::${type}` : `${blankOf(table, name, type)}::${type}`
}

function blankOf(table: string, name: string, type: string): string {
  const blank = type.endsWith('[]') ? `'{}'` : blanks[type]
  if (!blank) throw new Error(`${table}.${name} of type ${type} has no blank: add one, or call it a fact`)
  return blank
}

const nobody = `'00000000-0000-0000-0000-000000000000'`
const blanks: Readonly<Record<string, string>> = {
  ...{ text: `'•••'`, jsonb: `'{}'`, boolean: 'false', integer: '0', uuid: nobody, bytea: `''` },
}
