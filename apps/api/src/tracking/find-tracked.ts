import { parseReference, parseSecret } from '@sila/domain/reference'
import type { Context } from '../context.ts'
import { read } from '../database.ts'
import { sameHash } from '../keys.ts'

/** What a reference and its secret open. */
export type Found = { type: 'INTERACTION' | 'REQUEST'; id: string }

/**
 * Opens a matter. An unknown reference, an altered one and a wrong secret take the same way: one look-up, one
 * comparison, the same silence.
 */
export async function findTracked(
  ctx: Context,
  reference: string,
  secret: string,
): Promise<Found | undefined> {
  const known = reference.length <= 64 ? parseReference(reference)?.reference : undefined
  const given = ctx.house.keys.hashSecret((secret.length <= 64 ? parseSecret(secret) : undefined) ?? 'none')
  const [row] = await read<Found & { hash: Buffer | null }>(ctx.house.database.pool, {
    name: 'tracked',
    text: `select 'INTERACTION' as type, id, secret_hash as hash from interaction where reference = $1
      union all select 'REQUEST', id, secret_hash from request where reference = $1`,
    values: [known ?? 'none'],
  })
  return sameHash(row?.hash, given) && row ? { type: row.type, id: row.id } : undefined
}
