import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Pool, PoolClient } from 'pg'
import { seal, unseal } from './seal.ts'
import type { Master, Seals } from './seal.ts'

type Wrapped = { id: string; wrapped: Buffer; master: string }

/** The key of a person; made where there is none. Erasing the row makes everything sealed with it unreadable. */
export async function personKey(em: EntityManager, seals: Seals, beneficiaryId: string): Promise<Buffer> {
  const fresh = wrap(seals.master, beneficiaryId, randomBytes(32))
  await em.execute(
    `insert into person_key (beneficiary_id, wrapped, master) values (?, ?, ?) on conflict do nothing`,
    [...[beneficiaryId, fresh, seals.master.name]],
  )
  const rows = await em.execute<Wrapped[]>(
    `select beneficiary_id as id, wrapped, master from person_key where beneficiary_id = ?`,
    [beneficiaryId],
  )
  const [row] = rows
  if (!row) throw new Error('personKey: the key that was just made is gone')
  return open(seals, row)
}

/** The keys of many people; who has none, or none any more, is missing. */
export async function personKeys(
  pool: Pool | PoolClient,
  seals: Seals,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const { rows } = await pool.query<Wrapped>({
    name: 'person-keys',
    text: `select beneficiary_id as id, wrapped, master from person_key where beneficiary_id = any($1::uuid[])`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, open(seals, row)]))
}

const page = 500

/** Wraps every key anew with the master of now; what is sealed with them stays as it is. Answers with how many. */
export async function rotateKeys(pool: Pool, seals: Seals): Promise<number> {
  let done = 0
  for (;;) {
    const { rows } = await pool.query<Wrapped>(
      `select beneficiary_id as id, wrapped, master from person_key where master <> $1 limit ${page}`,
      [seals.master.name],
    )
    if (rows.length === 0) return done
    for (const row of rows) {
      const { rowCount } = await pool.query(
        `update person_key set wrapped = $2, master = $3 where beneficiary_id = $1 and master = $4`,
        [row.id, wrap(seals.master, row.id, open(seals, row)), seals.master.name, row.master],
      )
      done += rowCount ?? 0
    }
  }
}

const placeOf = (beneficiaryId: string) => `person_key:${beneficiaryId}:wrapped`

function wrap(master: Master, beneficiaryId: string, key: Buffer): Buffer {
  return seal(master.key, placeOf(beneficiaryId), key)
}

function open(seals: Seals, { id, wrapped, master }: Wrapped): Buffer {
  return unseal(seals.masterNamed(master).key, placeOf(id), wrapped)
}
