import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { askFramed, frameOf } from './frame.ts'
import { appRole, houseRole } from './roles.ts'
import { isReading, readingSetting, variableNames, variablesOf } from './session.ts'
import type { Session } from './session.ts'

/** As much of the ORM as acts use. */
export type BoundOrm = { em: { fork(): EntityManager } }

/** Pool and ORM in the name of a session: whatever is asked through them is framed by it. */
export function bind({ orm, pool }: { orm: MikroORM; pool: Pool }, session: Session) {
  return { orm: { em: { fork: () => forkFor(orm, session) } }, pool: bindPool(pool, session) }
}

// MikroORM sets the context at the beginning of each transaction, and wraps a read that has none in one of its own.
function forkFor(orm: MikroORM, session: Session): EntityManager {
  const em = orm.em.fork()
  const reading: Record<string, string> = isReading(session) ? { [readingSetting]: 'on' } : {}
  if (session.actor === 'SYSTEM') em.setSessionContext({ role: houseRole, variables: reading })
  else {
    const values = variablesOf(session)
    // Acts write to the tables themselves, never through the views of masked eyes, to whom a table shows nobody.
    const variables = Object.fromEntries(variableNames.map((name, index) => [name, values[index] ?? '']))
    em.setSessionContext({ variables: { ...variables, ...reading } })
  }
  return em
}

const behind = new WeakMap<Pool, Pool>()

/** The pool whose connections a bound one uses; itself, where it is none. */
export function poolBehind(pool: Pool): Pool {
  return behind.get(pool) ?? pool
}

/** Gives no more of the database to whoever holds this bound pool; the pool behind it serves the others. */
export function shut(pool: Pool): void {
  if (!behind.has(pool)) return
  const refuse = () => Promise.reject(new Error('The time of this question is over'))
  Object.assign(pool, { query: refuse, connect: refuse })
}

// The same pool, each statement of which is asked in the name of a session.
function bindPool(pool: Pool, session: Session): Pool {
  const frame = frameOf(session)

  async function query<Row extends QueryResultRow>(asked: string | QueryConfig, values?: unknown[]) {
    const client = await takeClean(pool)
    try {
      const result = await askFramed<Row>(client, frame, asked, values)
      client.release()
      return result
    } catch (error) {
      // As pg's own pool does: a connection on which something failed is not used again.
      client.release(true)
      throw error
    }
  }

  async function connect(): Promise<PoolClient> {
    const client = await takeClean(pool)
    return Object.assign(Object.create(client), {
      query: <Row extends QueryResultRow>(
        asked: string | QueryConfig,
        values?: unknown[],
      ): Promise<QueryResult<Row>> => askFramed(client, frame, asked, values),
    })
  }

  const bound: Pool = Object.assign(Object.create(pool), { query, connect })
  behind.set(bound, pool)
  return bound
}

/** A connection on which no transaction stands open: in one that somebody left, his session would hold for us. */
async function takeClean(pool: Pool): Promise<PoolClient> {
  for (;;) {
    const client = await pool.connect()
    if (client.getTransactionStatus() === 'I') return client
    client.release(true)
  }
}

/**
 * Does a step of an act in the name of the house: what nobody else may touch, e.g. the keys of persons. Where the step
 * fails, its transaction ends, and the role with it.
 */
export async function stepByHouse<Result>(em: EntityManager, step: () => Promise<Result>): Promise<Result> {
  const [{ role } = { role: appRole }] = await em.execute<{ role: string }[]>(
    `select current_setting('role') as role, set_config('role', ?, true)`,
    [houseRole],
  )
  const result = await step()
  await em.execute(`select set_config('role', ?, true)`, [role])
  return result
}

/** Lets the act that is under way go on with a matter that it was let to, wherever it moves the matter. */
export async function holdMatter(em: EntityManager, id: string): Promise<void> {
  await em.execute(`select set_config('app.matter_id', ?, true)`, [id])
}
