import { defineConfig, MikroORM } from '@mikro-orm/postgresql'
import type { EntityClass } from '@mikro-orm/postgresql'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import pg from 'pg'
import type { Pool, PoolClient } from 'pg'
import { readInstant } from './instant.ts'
import { bind } from '../walls/bound.ts'
import type { BoundOrm } from '../walls/bound.ts'
import { prepareConnection } from '../walls/frame.ts'
import type { Session } from '../walls/session.ts'

/** The database in somebody's name: the ORM for acts, the same pool for prepared reads. In nobody's it shows nothing. */
export type Database = {
  orm: BoundOrm
  pool: Pool
  /** The same in another name. */
  as(session: Session): Database
}

/** The database as it was opened, in nobody's name. */
export type OpenedDatabase = Database & { close(): Promise<void> }

/** Opens pool and ORM under the role that the walls are made for; nothing is read yet. */
export async function openDatabase(
  url: string,
  entities: EntityClass<object>[],
  poolSize: number,
  walled: boolean = true,
): Promise<OpenedDatabase> {
  let opened: Pool | undefined
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities,
      metadataProvider: ReflectMetadataProvider,
      pool: { min: 0, max: poolSize },
      // Our columns are written by migrations; the ORM never asks the database for its shape.
      ensureDatabase: false,
      debug: false,
      driverOptions: {
        connectionTimeoutMillis: 3000,
        statement_timeout: 5000,
        idle_in_transaction_session_timeout: 10_000,
        application_name: 'sila',
        keepAlive: true,
        ...(walled ? { onConnect: prepareConnection } : {}),
        onPoolCreated(pool: Pool) {
          opened = pool
          surviveRestarts(pool)
        },
      },
    }),
  )
  await orm.connect()
  if (!opened) throw new Error('The ORM opened no pool: onPoolCreated of the driver options was not called')
  const pool = opened
  const close = () => orm.close(true)
  const plain: OpenedDatabase = { orm, pool, close, as: () => plain }
  const as = (session: Session): Database => ({ ...bind({ orm, pool }, session), as })
  return walled ? { orm, pool, close, as } : plain
}

/**
 * A client whose connection ended while it was checked out is handed back by force; else the pool waits for it for
 * ever after a restart of the database (https://github.com/kysely-org/kysely/issues/1990).
 */
function surviveRestarts(pool: Pool) {
  pool.on('connect', (client: PoolClient) => {
    client.on('error', () => giveBack(client))
    client.on('end', () => giveBack(client))
  })
}

function giveBack(client: PoolClient) {
  const release = client.release
  // Whoever still holds it releases it a second time; that must not throw in his hands.
  client.release = () => undefined
  try {
    release.call(client, true)
  } catch {
    // It lay idle: the pool has dropped it already.
  }
}

/** A statement; with a name it is parsed and planned once a connection. */
export type Statement = { name?: string; text: string; values: unknown[] }

const timestamptz = pg.types.builtins.TIMESTAMPTZ
const usual: (text: string) => Date = pg.types.getTypeParser(timestamptz)
const types = new pg.TypeOverrides()
types.setTypeParser(timestamptz, (text) => readInstant(text, usual))

// A name costs memory on every connection, here and in PostgreSQL, for as long as that stands.
const mostNamed = 300
const names = new Map<string, string>()
const seenOnce = new Set<string>()

/**
 * A statement that is put together by what is asked. The shapes that everyday work repeats get a name; one that is
 * asked a single time gets none, and neither does any beyond a bound, however many shapes somebody thinks of.
 */
export function composed(text: string, values: unknown[]): Statement {
  const name = names.get(text) ?? nameAnew(text)
  return { ...(name && { name }), text, values }
}

/**
 * The size of a page in a composed statement. As a number, PostgreSQL plans such a page once a connection and keeps the
 * plan; as a parameter, it plans for the very values of a filter, by which rows may be found in quite another way.
 */
export function sizeOf(rows: number, filter: object, param: (value: unknown) => string): string {
  return Object.values(filter).some(Boolean) ? param(rows) : String(rows)
}

function nameAnew(text: string): string | undefined {
  if (names.size >= mostNamed) return undefined
  if (!seenOnce.delete(text)) {
    if (seenOnce.size >= mostNamed) seenOnce.clear()
    seenOnce.add(text)
    return undefined
  }
  const name = `composed-${names.size}`
  names.set(text, name)
  return name
}

/** Reads plain rows with a prepared statement; nothing is hydrated, nothing is tracked. */
export async function read<Row extends object>(pool: Pool, statement: Statement): Promise<Row[]> {
  counted.statements += 1
  const result = await pool.query<Row>({ ...statement, types })
  return result.rows
}

/** How many reading statements this process has sent; specs hold hot paths to a fixed number with it. */
export const counted = { statements: 0 }
