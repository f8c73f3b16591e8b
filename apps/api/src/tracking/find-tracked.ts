import { mineWord } from '@sila/domain/code'
import { parseReference, parseSecret } from '@sila/domain/reference'
import { stillProven } from '../codes/beneficiary-session.ts'
import { provenOrNobody } from '../codes/proven.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { sameHash } from '../keys/keys.ts'
import { tooManyTries } from '../limits/too-often.ts'
import { inNameOf, ofHouse } from '../walls/actor.ts'

/** What a reference and its secret open. */
export type Found = { type: 'INTERACTION' | 'REQUEST'; id: string }

type Row = Found & { hash: Buffer | null; owner: string | null }

/**
 * Opens a matter. An unknown reference, an altered one and a wrong secret take the same way: one look-up, one
 * comparison, the same silence, one count; after many of them the network is refused whatever it asks. Whoever proved
 * who they are opens their own matters with the word `mine`. The house looks, because whoever asks may see nothing yet.
 * @throws TOO_MANY_TRIES
 */
export async function findTracked(
  ctx: Context,
  reference: string,
  secret: string,
): Promise<Found | undefined> {
  const { limits, keys } = ctx.house
  const wait = limits.blocked('lookup', ctx.door.network())
  if (wait !== undefined) throw tooManyTries(ctx, wait)
  const known = reference.length <= 64 ? parseReference(reference)?.reference : undefined
  const given = keys.hashSecret((secret.length <= 64 ? parseSecret(secret) : undefined) ?? 'none')
  const [row] = await read<Row>(ofHouse(ctx.house).pool, {
    name: 'tracked',
    text: `select 'INTERACTION' as type, id, secret_hash as hash, beneficiary_id as owner from interaction where reference = $1
      union all select 'REQUEST', id, secret_hash, beneficiary_id from request where reference = $1`,
    values: [known ?? 'none'],
  })
  const opens = secret === mineWord ? await isOwner(ctx, row) : sameHash(row?.hash, given)
  if (opens && row) return { type: row.type, id: row.id }
  const refused = await limits.take('lookup', ctx.door.network())
  if (refused !== undefined) throw tooManyTries(ctx, refused)
  return undefined
}

async function isOwner(ctx: Context, row: Row | undefined): Promise<boolean> {
  const own = await provenOrNobody(ctx)
  // Asked anew each time: a subscription outlives the session that began it.
  const { database, now } = ctx.house
  return (
    own?.actor.beneficiaryId === row?.owner &&
    own !== undefined &&
    stillProven(database.pool, own.actor, now())
  )
}

/** The surroundings of whoever showed the secret: a beneficiary, even on a machine where staff are signed in. */
export function asHolder(ctx: Context, { id }: Pick<Found, 'id'>): Context {
  return inNameOf(ctx, { type: 'GUEST' }, id)
}
