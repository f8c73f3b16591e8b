import { isMasked } from '../actors/actor.ts'
import type { Context } from '../context.ts'
import { composed, read } from '../database/database.ts'
import { forbidden } from '../errors.ts'
import { ofHouse } from '../walls/actor.ts'

// Behind row-level security PostgreSQL uses no index for an operator that it does not know to keep secrets
// (https://www.postgresql.org/docs/18/rules-privileges.html), and the indexes of words have only such. So the house
// looks for words, and what it found is read, or handed on, as far as whoever asks may see it.

/**
 * The ids of what a search finds, in its order, for whoever asks to read the rows of.
 * @throws FORBIDDEN for masked eyes: what a search finds tells the words that it looked for
 */
export async function foundIds(ctx: Context, text: string, values: unknown[]): Promise<string[]> {
  if (isMasked(ctx.actor)) throw forbidden()
  const rows = await read<{ id: string }>(ofHouse(ctx.house).pool, composed(text, values))
  return rows.map(({ id }) => id)
}

/**
 * Of the people whom a search found, those whom whoever asks may see.
 * @throws FORBIDDEN for masked eyes
 */
export async function seenPeople<Row extends { id: string }>(
  ctx: Context,
  found: readonly Row[],
): Promise<Row[]> {
  if (isMasked(ctx.actor)) throw forbidden()
  if (found.length === 0) return []
  const rows = await read<{ id: string }>(ctx.house.database.pool, {
    name: 'people-seen',
    text: 'select id from beneficiary where id = any($1::uuid[])',
    values: [found.map(({ id }) => id)],
  })
  const seen = new Set(rows.map(({ id }) => id))
  return found.filter(({ id }) => seen.has(id))
}
