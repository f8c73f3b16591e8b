import type { EntityManager } from '@mikro-orm/postgresql'
import type { Problem } from '@sila/domain/problem'
import { v7 as uuidv7 } from 'uuid'
import type { Actor, Context } from './context.ts'
import { Outdated, Refused } from './errors.ts'
import { fingerprint } from './keys.ts'

/** What happened: one row a change, written with it, never altered. */
export type NewEvent = {
  aggregate: 'interaction' | 'request' | 'beneficiary' | 'channel' | 'survey'
  aggregateId: string
  /** In the past tense: `interaction.assigned`. */
  type: string
  /** PUBLIC: the beneficiary may see that it happened. */
  visibility: 'PUBLIC' | 'STAFF'
  payload?: Record<string, unknown>
}

/** What came of an act: its result, or what to put right; `version` where the thing had changed meanwhile. */
export type Outcome<Result> =
  | { done: true; result: Result; repeated: boolean }
  | { done: false; problems: Problem[]; version?: number }

type Act = { name: string; key: string; input: unknown }
type Work<Result> = (em: EntityManager) => Promise<{ result: Result; event: NewEvent }>

/**
 * The only door to a writing transaction: the idempotency row, the rows that `work` makes, the event and the jobs are
 * stored together or not at all; what listens is woken after the commit. The same key with the same input answers the
 * same again and does nothing; with another input it is refused.
 */
export async function change<Result extends Record<string, unknown>>(
  ctx: Context,
  act: Act,
  work: Work<Result>,
): Promise<Outcome<Result>> {
  const actor = actorKey(ctx.actor)
  const hash = fingerprint([act.name, act.input])
  try {
    const outcome = await ctx.house.database.orm.em.fork().transactional(async (em) => {
      const taken = await em.execute<{ key: string }[]>(
        `insert into idempotency (actor, key, act, input_hash) values (?, ?, ?, ?) on conflict do nothing returning key`,
        [actor, act.key, act.name, hash],
      )
      if (taken.length === 0) return repeat<Result>(em, actor, act.key, hash)

      const { result, event } = await work(em)
      await em.flush()
      await em.execute(
        `with e as (insert into event (id, aggregate, aggregate_id, type, actor_id, visibility, payload, at) values (?, ?, ?, ?, ?, ?, ?, ?))
         update idempotency set result = ? where actor = ? and key = ?`,
        [
          ...[uuidv7(), event.aggregate, event.aggregateId, event.type, actorId(ctx.actor), event.visibility],
          ...[JSON.stringify(event.payload ?? {}), ctx.now, JSON.stringify(result), actor, act.key],
        ],
      )
      return { done: true, result, repeated: false } as const
    })
    ctx.house.feed.wake()
    return outcome
  } catch (error) {
    if (error instanceof Refused) return { done: false, problems: error.problems }
    if (error instanceof Outdated)
      return { done: false, problems: [{ code: 'CHANGED_MEANWHILE' }], version: error.version }
    throw error
  }
}

async function repeat<Result>(
  em: EntityManager,
  actor: string,
  key: string,
  hash: Buffer,
): Promise<Outcome<Result>> {
  const [stored] = await em.execute<{ input_hash: Buffer; result: Result }[]>(
    `select input_hash, result from idempotency where actor = ? and key = ?`,
    [actor, key],
  )
  if (!stored || !stored.input_hash.equals(hash)) throw new Refused({ code: 'ALREADY_SENT_DIFFERENTLY' })
  return { done: true, result: stored.result, repeated: true }
}

function actorKey(actor: Actor): string {
  return actor.type === 'STAFF' ? actor.staff.id : actor.type
}

function actorId(actor: Actor): string | null {
  return actor.type === 'STAFF' ? actor.staff.id : null
}
