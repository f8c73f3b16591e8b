import type { Pool, PoolClient } from 'pg'

// What an arrival is made of. Columns that are not named keep their defaults.
const columns = {
  beneficiary: [
    'id',
    'number',
    'name',
    'name_folded',
    'name_keys',
    'kind',
    'preferred_language',
    'spoken_languages',
    'city',
    'since',
  ],
  contact_point: ['id', 'beneficiary_id', 'type', 'value', 'preferred'],
  interaction: [
    ...[
      'id',
      'reference',
      'kind',
      'status',
      'channel',
      'language',
      'subject',
      'preview',
      'search_text',
      'anonymous',
      'received_at',
    ],
    ...[
      'waiting_since',
      'last_inbound_at',
      'social',
      'letter_number',
      'link',
      'recorded_by',
      'beneficiary_id',
      'secret_hash',
    ],
    ...['last_activity_at', 'open', 'due_at', 'due_started_at'],
  ],
  entry: ['id', 'interaction_id', 'type', 'at', 'text', 'language'],
  event: ['id', 'aggregate', 'aggregate_id', 'type', 'actor_id', 'visibility', 'payload', 'at'],
} as const

/** The tables to which rows can be added at once. */
export type Table = keyof typeof columns
/** New rows by table; the names of the values are those of the entities. */
export type Additions = Partial<Record<Table, readonly object[]>>
/** The key under which an act is done once. */
export type Taken = { actor: string; key: string; act: string; hash: Buffer; result: unknown }

const tables = Object.keys(columns).filter(isTable)

// One statement is one transaction and one round trip. Nothing is added where the key was taken before.
const text = `with taken as (insert into idempotency (actor, key, act, input_hash, result) values ($1, $2, $3, $4, $5) on conflict do nothing returning key)${tables
  .map((table, index) => {
    const names = columns[table].join(', ')
    return `, new_${table} as (insert into ${table} (${names}) select ${names} from taken, jsonb_populate_recordset(null::${table}, $${index + 6}::jsonb))`
  })
  .join('')} select key from taken`

/** Adds the rows under the key; false where the key was taken already. */
export async function addRows(
  client: Pool | PoolClient,
  taken: Taken,
  additions: Additions,
): Promise<boolean> {
  const values = [taken.actor, taken.key, taken.act, taken.hash, JSON.stringify(taken.result)]
  const rows = tables.map((table) => JSON.stringify((additions[table] ?? []).map(toColumns)))
  const { rowCount } = await client.query({ name: 'add-rows', text, values: [...values, ...rows] })
  return rowCount === 1
}

function isTable(name: string): name is Table {
  return Object.hasOwn(columns, name)
}

function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), asJson(value)]))
}

function asJson(value: unknown): unknown {
  // JSON in PostgreSQL holds neither half a sign nor the sign zero.
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '')
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
}

const names = new Map<string, string>()

function columnOf(name: string): string {
  const known = names.get(name)
  if (known) return known
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  names.set(name, column)
  return column
}
