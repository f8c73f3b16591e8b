import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { personKey, personKeys } from '../privacy/person-key.ts'
import { seal, unseal } from '../keys/seal.ts'
import type { Seals } from '../keys/seal.ts'
import type { Part } from './storage.ts'

/** The key of a file as it is kept: wrapped by the key of a person, or by the master key of the house. */
export type WrappedKey = { keyOf: string | null; wrapped: Buffer; master: string | null }

const keyPlace = (id: string) => `file:${id}:wrapped`
const partPlace = (id: string, part: Part) => `file:${id}:${part}`

/** A new key. */
export const newFileKey = () => randomBytes(32)

/** Wraps the key of a file: erasing the person's own key, or the row, makes its bytes unreadable, in backups too. */
export async function wrapFileKey(
  em: EntityManager,
  seals: Seals,
  id: string,
  key: Buffer,
  beneficiaryId: string | null,
): Promise<WrappedKey> {
  if (!beneficiaryId)
    return {
      keyOf: null,
      wrapped: seal(seals.master.key, keyPlace(id), key),
      master: seals.master.name,
    }
  const outer = await personKey(em, seals, beneficiaryId)
  return { keyOf: beneficiaryId, wrapped: seal(outer, keyPlace(id), key), master: null }
}

/** The key of a file; nothing where what wraps it was destroyed. */
export async function openFileKey(
  pool: Pool,
  seals: Seals,
  id: string,
  { keyOf, wrapped, master }: WrappedKey,
): Promise<Buffer | undefined> {
  if (!keyOf) return master ? unseal(seals.masterNamed(master).key, keyPlace(id), wrapped) : undefined
  const outer = (await personKeys(pool, seals, [keyOf])).get(keyOf)
  return outer && unseal(outer, keyPlace(id), wrapped)
}

/** Seals the bytes of a file. */
export const sealPart = (key: Buffer, id: string, part: Part, bytes: Buffer) =>
  seal(key, partPlace(id, part), bytes)

/** Opens them. */
export const openPart = (key: Buffer, id: string, part: Part, sealed: Buffer) =>
  unseal(key, partPlace(id, part), sealed)

type HouseWrapped = { id: string; wrapped: Buffer; master: string }

/** Wraps the keys that hang on the house with its master key of now. Answers with how many. */
export async function rotateFileKeys(pool: Pool, seals: Seals): Promise<number> {
  let done = 0
  for (;;) {
    const { rows } = await pool.query<HouseWrapped>(
      `select id, wrapped, master from file where master <> $1 limit 500`,
      [seals.master.name],
    )
    if (rows.length === 0) return done
    for (const { id, wrapped, master } of rows) {
      const key = unseal(seals.masterNamed(master).key, keyPlace(id), wrapped)
      const anew = seal(seals.master.key, keyPlace(id), key)
      await pool.query(`update file set wrapped = $2, master = $3 where id = $1`, [
        ...[id, anew, seals.master.name],
      ])
      done += 1
    }
  }
}
