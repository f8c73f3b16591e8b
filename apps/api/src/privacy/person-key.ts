import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { seal, unseal } from '../keys/seal.ts'
import type { Master, Seals } from '../keys/seal.ts'

// A key hangs on a person, or on a matter of which nobody is known.
const tables = { person_key: 'beneficiary_id', matter_key: 'matter_id' } as const
type KeyTable = keyof typeof tables
type Wrapped = { id: string; wrapped: Buffer; master: string; table: KeyTable }

/** The key of a person; made where there is none. Erasing the row makes everything sealed with it unreadable. */
export const personKey = (em: EntityManager, seals: Seals, beneficiaryId: string): Promise<Buffer> =>
  keyIn('person_key', em, seals, beneficiaryId)

/** The key of a matter of which nobody is known; made where there is none. */
export const matterKey = (em: EntityManager, seals: Seals, matterId: string): Promise<Buffer> =>
  keyIn('matter_key', em, seals, matterId)

async function keyIn(table: KeyTable, em: EntityManager, seals: Seals, id: string): Promise<Buffer> {
  const fresh = wrap(seals.master, table, id, randomBytes(32))
  await em.execute(
    `insert into ${table} (${tables[table]}, wrapped, master) values (?, ?, ?) on conflict do nothing`,
    [id, fresh, seals.master.name],
  )
  const [row] = await em.execute<Wrapped[]>(`${wrappedIn(table)} where ${tables[table]} = ?`, [id])
  if (!row) throw new Error('keyIn: the key that was just made is gone')
  return open(seals, row)
}

/** The keys of many people; who has none, or none any more, is missing. */
export async function personKeys(
  pool: Pool | PoolClient,
  seals: Seals,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const text = `${wrappedIn('person_key')} where beneficiary_id = any($1::uuid[])`
  return openAll(pool, seals, { name: 'person-keys', text, values: [ids] })
}

/** The keys of people and of matters, by their ids. */
export async function keysFor(
  pool: Pool,
  seals: Seals,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const text = `${wrappedIn('person_key')} where beneficiary_id = any($1::uuid[])
    union all ${wrappedIn('matter_key')} where matter_id = any($1::uuid[])`
  return openAll(pool, seals, { name: 'keys', text, values: [ids] })
}

async function openAll(pool: Pool | PoolClient, seals: Seals, statement: QueryConfig) {
  const { rows } = await pool.query<Wrapped>(statement)
  return new Map(rows.map((row) => [row.id, open(seals, row)]))
}

const wrappedIn = (table: KeyTable) =>
  `select ${tables[table]} as id, wrapped, master, '${table}' as "table" from ${table}`

const page = 500

/** Wraps every key anew with the master of now; what is sealed with them stays as it is. Answers with how many. */
export async function rotateKeys(pool: Pool, seals: Seals): Promise<number> {
  return (await rotateIn('person_key', pool, seals)) + (await rotateIn('matter_key', pool, seals))
}

async function rotateIn(table: KeyTable, pool: Pool, seals: Seals): Promise<number> {
  let done = 0
  for (;;) {
    const { rows } = await pool.query<Wrapped>(`${wrappedIn(table)} where master <> $1 limit ${page}`, [
      seals.master.name,
    ])
    if (rows.length === 0) return done
    for (const row of rows) {
      const { rowCount } = await pool.query(
        `update ${table} set wrapped = $2, master = $3 where ${tables[table]} = $1 and master = $4`,
        [row.id, wrap(seals.master, table, row.id, open(seals, row)), seals.master.name, row.master],
      )
      done += rowCount ?? 0
    }
  }
}

const placeOf = (table: KeyTable, id: string) => `${table}:${id}:wrapped`

function wrap(master: Master, table: KeyTable, id: string, key: Buffer): Buffer {
  return seal(master.key, placeOf(table, id), key)
}

function open(seals: Seals, { id, wrapped, master, table }: Wrapped): Buffer {
  return unseal(seals.masterNamed(master).key, placeOf(table, id), wrapped)
}
