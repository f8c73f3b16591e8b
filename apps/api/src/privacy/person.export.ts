import type { Pool, PoolClient } from 'pg'
import { openAnswers } from './sealed-answers.ts'
import type { Seals } from '../keys/seal.ts'
import { columnOf, personalTables } from './personal-data.ts'
import type { PersonalTable } from './personal-table.ts'

/** Everything that a person may have of what is held about them, table by table. */
export type PersonExport = {
  format: 'sila-person-1'
  exportedAt: string
  tables: Record<string, Record<string, unknown>[]>
}

/**
 * Makes the copy from the tags: each exportable column of each row that is the person's, and nothing else. Whoever of the
 * staff makes it for them gets nothing of matters that complain of that very colleague: those the person fetches alone.
 */
export async function exportPerson(
  client: Pool | PoolClient,
  seals: Seals,
  beneficiaryId: string,
  now: Date,
  staffId: string | null = null,
): Promise<PersonExport> {
  const tables: PersonExport['tables'] = {}
  for (const [name, table] of personalTables) {
    const text = selectOf(name, table)
    if (!text) continue
    const values = table.matter ? [beneficiaryId, staffId] : [beneficiaryId]
    const { rows } = await client.query<Record<string, unknown>>(text, values)
    if (rows.length > 0)
      tables[name] = name === 'request' ? await opened(client, seals, beneficiaryId, rows) : rows
  }
  return { format: 'sila-person-1', exportedAt: now.toISOString(), tables }
}

// The person's own numbers are told whole.
async function opened(
  client: Pool | PoolClient,
  seals: Seals,
  beneficiaryId: string,
  rows: Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const requests = rows.map((row) => ({
    ...row,
    ...{ id: String(row['id']), beneficiaryId, answers: isRecord(row['answers']) ? row['answers'] : {} },
  }))
  await openAnswers(client, seals, requests, true)
  return requests.map((request, place) => ({ ...rows[place], answers: request.answers }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function selectOf(name: string, table: PersonalTable): string | undefined {
  const columns = Object.entries(table.columns)
    .filter(([, tag]) => tag?.exportable)
    .map(([property]) => valueOf(name, table, property))
  if (!table.rows || columns.length === 0) return undefined
  const shared = table.shared ? `and ${table.shared}` : ''
  const spared = table.matter ? `and coalesce(${table.matter} not in ${complaining}, true)` : ''
  return `select ${columns.join()} from ${name} where ${table.rows} ${shared} ${spared} order by 1`
}

const complaining = `(${['interaction', 'request']
  .map((table) => `select m.id from ${table} m where m.about_staff_id = $2::uuid`)
  .join(' union all ')})`

function valueOf(name: string, table: PersonalTable, property: string): string {
  const column = `"${columnOf(name, property)}"`
  const others = property === 'payload' ? (table.others ?? []) : []
  const value = others.length > 0 ? `${column} - '{${others.join()}}'::text[]` : column
  return `${value} as "${property}"`
}
