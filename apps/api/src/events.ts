import type { EntityManager } from '@mikro-orm/postgresql'
import type { Guarded } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { v7 as uuidv7 } from 'uuid'
import type { Pool } from 'pg'
import { markOf } from './audit/mark.ts'
import { addRows, columnOf } from './database/additions.ts'
import type { Additions, Taken } from './database/additions.ts'
import type { Actor } from './actors/actor.ts'
import type { Context } from './context.ts'
import { Outdated, Refused } from './errors.ts'
import type { Execute } from './jobs.ts'
import { fingerprint } from './keys/keys.ts'

/** What happened: one row a change, written with it, never altered. */
export type NewEvent = {
  aggregate:
    | 'interaction'
    | 'request'
    | 'beneficiary'
    | 'channel'
    | 'survey'
    | 'incident'
    | 'retention'
    | 'staff'
    | 'role'
    | 'apiKey'
  aggregateId: string
  /** In the past tense: `interaction.assigned`. */
  type: string
  /** PUBLIC: the beneficiary may see that it happened. */
  visibility: 'PUBLIC' | 'STAFF'
  payload?: Record<string, unknown>
  /** Who could see the matter before, where this changes it. */
  before?: Guarded | undefined
}

/** What came of an act: its result, or what to put right; `version` where the thing had changed meanwhile. */
export type Outcome<Result> =
  | { done: true; result: Result; repeated: boolean }
  | { done: false; problems: Problem[]; version?: number }

/** An act by its name, the key under which it is done once, and what it was asked with. */
export type Act = { name: string; key: string; input: unknown }
type Work<Result> = (em: EntityManager) => Promise<{ result: Result; event: NewEvent }>

/**
 * The door to a writing transaction: the idempotency row, the rows that `work` makes, the event and the jobs are
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
    const { database, written } = ctx.house
    const doOnce = async (em: EntityManager): Promise<Outcome<Result>> => {
      const taken = await em.execute<{ key: string }[]>(
        `insert into idempotency (actor, key, act, input_hash) values (?, ?, ?, ?) on conflict do nothing returning key`,
        [actor, act.key, act.name, hash],
      )
      if (taken.length === 0) return repeat<Result>(em, actor, act.key, hash)

      const { result, event } = await work(em)
      await em.flush()
      const { columns, marks, values } = insertion(rowOf(ctx, event))
      await em.execute(
        `with e as (insert into event (${columns}) values (${marks})) update idempotency set result = ? where actor = ? and key = ?`,
        [...values, JSON.stringify(result), actor, act.key],
      )
      return { done: true, result, repeated: false }
    }
    const outcome = await written.through(() => database.orm.em.fork().transactional(doOnce))
    ctx.house.feed.wake()
    return outcome
  } catch (error) {
    if (error instanceof Refused) return { done: false, problems: error.problems }
    if (error instanceof Outdated)
      return { done: false, problems: [{ code: 'CHANGED_MEANWHILE' }], version: error.version }
    throw error
  }
}

/** What an act adds, all of it known beforehand: its result, its event, its rows, and a job that goes with them. */
export type Addition<Result> = {
  result: Result
  event: NewEvent
  rows: Additions
  job?: (execute: Execute) => Promise<void>
}

/**
 * The other door, for acts that only add: nothing that is there is looked at, so everything is stored by one statement.
 * The same promises hold as for `change`.
 */
export async function add<Result extends Record<string, unknown>>(
  ctx: Context,
  act: Act,
  { result, event, rows, job }: Addition<Result>,
): Promise<Outcome<Result>> {
  const { pool } = ctx.house.database
  const taken = {
    ...{ actor: actorKey(ctx.actor), key: act.key, act: act.name, result },
    hash: fingerprint([act.name, act.input]),
  }
  const eventRow = rowOf(ctx, event)
  const all = { ...rows, event: [eventRow] }
  const added = job ? await addWithJob(pool, taken, all, job) : await addRows(pool, taken, all)
  if (added) {
    ctx.house.written.add([{ table: 'event', id: eventRow.id }])
    ctx.house.feed.wake()
    return { done: true, result, repeated: false }
  }
  const { rows: stored } = await pool.query<Stored<Result>>(storedResult, [taken.actor, act.key])
  return sameAgain(stored[0], taken.hash) ?? { done: false, problems: [{ code: 'ALREADY_SENT_DIFFERENTLY' }] }
}

/** Adds events of an act besides its own, in its transaction. */
export async function addEvents(ctx: Context, em: EntityManager, events: readonly NewEvent[]): Promise<void> {
  for (const event of events) {
    const { columns, marks, values } = insertion(rowOf(ctx, event))
    await em.execute(`insert into event (${columns}) values (${marks})`, values)
  }
}

/** Notes something that is no act and changes nothing: whoever does it twice has done it twice. */
export async function noteEvent(ctx: Context, pool: Pool, event: NewEvent): Promise<void> {
  const row = rowOf(ctx, event)
  const { columns, values } = insertion(row)
  const places = values.map((_, index) => `$${index + 1}`)
  await pool.query(`insert into event (${columns}) values (${places.join()})`, values)
  ctx.house.written.add([{ table: 'event', id: row.id }])
}

// The row of an event, with the mark that the audit trail knows it by.
function rowOf(ctx: Context, { payload = {}, ...event }: NewEvent) {
  const row = { id: uuidv7(), actorId: actorId(ctx.actor), at: ctx.now, ...event, payload }
  return { ...row, ...markOf(ctx.house.keys, 'event', row) }
}

function insertion({ payload, before, ...row }: ReturnType<typeof rowOf>) {
  const all = { ...row, payload: JSON.stringify(payload), before: before ? JSON.stringify(before) : null }
  const names = Object.keys(all)
  return {
    columns: names.map(columnOf).join(),
    marks: names.map(() => '?').join(),
    values: Object.values(all),
  }
}

async function addWithJob(
  pool: Pool,
  taken: Taken,
  rows: Additions,
  job: (execute: Execute) => Promise<void>,
) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const added = await addRows(client, taken, rows)
    if (added) await job((text, values) => client.query(text, values))
    await client.query('commit')
    client.release()
    return added
  } catch (error) {
    // The connection is closed with whatever it had begun.
    client.release(true)
    throw error
  }
}

/** The connection of an act that is under way, for those who write `$1` where MikroORM writes `?`. */
export function executeIn(em: EntityManager): Execute {
  return async (text, values = []) => {
    const inOrder = [...text.matchAll(/\$(\d+)/g)].map(([, place]) => values[Number(place) - 1])
    const marked = text.replaceAll('?', String.raw`\?`).replaceAll(/\$\d+/g, '?')
    return { rows: await em.execute(marked, inOrder) }
  }
}

type Stored<Result> = { input_hash: Buffer; result: Result }
const storedResult = 'select input_hash, result from idempotency where actor = $1 and key = $2'

function sameAgain<Result>(stored: Stored<Result> | undefined, hash: Buffer): Outcome<Result> | undefined {
  return stored?.input_hash.equals(hash) ? { done: true, result: stored.result, repeated: true } : undefined
}

async function repeat<Result>(
  em: EntityManager,
  actor: string,
  key: string,
  hash: Buffer,
): Promise<Outcome<Result>> {
  const [stored] = await em.execute<Stored<Result>[]>(storedResult.replace(/\$\d/g, '?'), [actor, key])
  const same = sameAgain(stored, hash)
  if (!same) throw new Refused({ code: 'ALREADY_SENT_DIFFERENTLY' })
  return same
}

function actorKey(actor: Actor): string {
  return actor.type === 'STAFF' ? actor.staff.id : actor.type
}

function actorId(actor: Actor): string | null {
  return actor.type === 'STAFF' ? actor.staff.id : null
}
