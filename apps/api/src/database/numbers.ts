import { makeReference } from '@sila/domain/reference'
import type { ReferencePrefix } from '@sila/domain/reference'
import type { Pool } from 'pg'
import { poolBehind } from '../walls/bound.ts'

const atOnce = 16
const taken = new WeakMap<Pool, Map<ReferencePrefix, { left: number[]; more?: Promise<void> | undefined }>>()

/**
 * The next reference. Serial numbers are taken sixteen at a time, so that not every submission asks for one; what a
 * node has taken and not used when it stops is never used.
 */
export async function nextReference(pool: Pool, prefix: ReferencePrefix): Promise<string> {
  const node = poolBehind(pool)
  const ours = taken.get(node) ?? new Map()
  taken.set(node, ours)
  const store = ours.get(prefix) ?? { left: [] }
  ours.set(prefix, store)
  for (;;) {
    const serial = store.left.shift()
    if (serial !== undefined) return makeReference(prefix, serial)
    store.more ??= take(pool, prefix)
      .then((serials) => void store.left.push(...serials))
      .finally(() => (store.more = undefined))
    await store.more
  }
}

async function take(pool: Pool, prefix: ReferencePrefix): Promise<number[]> {
  const { rows } = await pool.query<{ n: string }>({
    name: 'take-numbers',
    text: 'select nextval($1::regclass) as n from generate_series(1, $2)',
    values: [`reference_${prefix.toLowerCase()}`, atOnce],
  })
  return rows.map(({ n }) => Number(n))
}
