import type { ClientBase, Pool } from 'pg'
import { columnOf } from '../database/additions.ts'
import { readJson } from './mark.ts'
import type { Content } from './mark.ts'
import type { AuditedTable, Form } from './tables.ts'

/** Whoever can be asked. */
export type Asked = Pick<Pool | ClientBase, 'query'>

/** An audited row as it stands: its content, the transaction that wrote it, its mark and its salt. */
export type AuditedRow = Content & { xid: string; mark: Buffer | null; salt: Buffer | null }

type Line = {
  id: string
  xid: string
  mark: Buffer | null
  salt: Buffer | null
  facts: (string | null)[]
  erasable: (string | null)[] | null
}

/** Reads audited rows of a table; `rest` begins with the condition. */
export async function readAudited(
  client: Asked,
  name: string,
  table: AuditedTable,
  rest: string,
  values: unknown[],
): Promise<AuditedRow[]> {
  const { rows } = await client.query<Line>(`select ${columnsOf(table)} from ${name} t where ${rest}`, values)
  const forms = Object.values(table.facts)
  return rows.map(({ erasable, facts, ...row }) => ({
    ...row,
    facts: inForms(forms, facts),
    table: name,
    ...(table.erasable ? { erasable: erasableOf(table, erasable) } : {}),
  }))
}

/** What is erasable of a row, of the texts that `erasableColumns` gave, in the form that marks are made of. */
export function erasableOf({ erasable }: AuditedTable, texts: readonly (string | null)[] | null) {
  return inForms(Object.values(erasable ?? {}), texts ?? [])
}

function inForms(forms: readonly Form[], texts: readonly (string | null)[]) {
  return texts.map((text, place) => (forms[place] === 'json' && text !== null ? readJson(text) : text))
}

/** SQL for what is erasable of a row of `t`. */
export function erasableColumns({ erasable }: AuditedTable): string {
  return `array[${Object.entries(erasable ?? {})
    .map(([property, form]) => textOf(property, form))
    .join()}]::text[]`
}

function columnsOf(table: AuditedTable): string {
  const { facts, erasable } = table
  const texts = Object.entries(facts).map(([property, form]) => textOf(property, form))
  return [
    ...['t.id', 't.xid::text as xid', 't.mark', `array[${texts.join()}]::text[] as facts`],
    ...(erasable
      ? ['t.salt', `${erasableColumns(table)} as erasable`]
      : ['null::bytea as salt', 'null::text[] as erasable']),
  ].join()
}

function textOf(property: string, form: Form): string {
  const column = `t.${columnOf(property)}`
  switch (form) {
    case 'time':
      return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    case 'bytes':
      return `encode(${column}, 'hex')`
    case 'json':
    case 'plain':
      return `${column}::text`
  }
}
