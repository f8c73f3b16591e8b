import type { Pool } from 'pg'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { keyMark } from './key-text.ts'
import type { ApiKey } from './api-key.types.ts'

/** A key as it is asked for at the door. */
export type StoredKey = {
  id: string
  hash: Buffer
  staffId: string
  scopes: string[]
  hourBudget: number
  dayBudget: number
  expiresAt: Date
  endedAt: Date | null
  usedOn: string | null
}

/** Finds a key by its public part; the unique index answers. */
export async function findKey(pool: Pool, publicId: string): Promise<StoredKey | undefined> {
  const [row] = await read<StoredKey>(pool, {
    name: 'api-key',
    text: `select id, hash, staff_id as "staffId", scopes, hour_budget as "hourBudget", day_budget as "dayBudget",
        expires_at as "expiresAt", ended_at as "endedAt", used_on::text as "usedOn" from api_key where public_id = $1`,
    values: [publicId],
  })
  return row
}

/** Notes the day on which a key was last used, once a day. */
export async function noteUse(pool: Pool, id: string, day: string): Promise<void> {
  await pool.query({
    name: 'api-key-used',
    text: 'update api_key set used_on = $2::date where id = $1 and used_on is distinct from $2::date',
    values: [id, day],
  })
}

type KeyRow = Omit<ApiKey, 'owner' | 'budget'> & { staffId: string; hourBudget: number; dayBudget: number }

/** The keys that whoever asks may see, those that hold first; row-level security leaves out the others. */
export async function readKeys(ctx: Context, ids: string[] | null, everybody: boolean): Promise<ApiKey[]> {
  if (ctx.actor.type !== 'STAFF') return []
  const rows = await read<KeyRow>(ctx.house.database.pool, {
    name: 'api-keys',
    text: `select id, name, '${keyMark}' || public_id as mark, scopes, staff_id as "staffId", made_at as "madeAt",
        expires_at as "expiresAt", ended_at as "endedAt", used_on::text as "usedOn",
        ended_at is null and expires_at > $4 as open, hour_budget as "hourBudget", day_budget as "dayBudget"
      from api_key where ($1::uuid[] is null or id = any($1)) and ($2 or staff_id = $3)
      order by open desc, made_at desc limit 500`,
    values: [ids, everybody, ctx.actor.staff.id, ctx.now],
  })
  const [staff, spent] = await Promise.all([
    ctx.house.directory.staff(),
    ctx.house.budgets.left(
      rows.map(({ id, hourBudget, dayBudget }) => ({ who: `key ${id}`, hour: hourBudget, day: dayBudget })),
    ),
  ])
  return rows.flatMap(({ staffId, ...row }, index) => {
    const [owner, budget] = [staff.get(staffId), spent[index]]
    return owner && budget ? [{ ...row, owner, budget }] : []
  })
}
