import { defineConfig, MikroORM } from '@mikro-orm/postgresql'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import pg from 'pg'
import type { Pool, PoolClient } from 'pg'
import { entities } from './entities.ts'
import { readInstant } from './instant.ts'

/** The database as the house uses it: the ORM for acts, the same pool for prepared reads. */
export type Database = { orm: MikroORM; pool: Pool; close(): Promise<void> }

/** Opens pool and ORM; nothing is read yet. */
export async function openDatabase(url: string, poolSize: number): Promise<Database> {
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
        onPoolCreated(pool: Pool) {
          opened = pool
          surviveRestarts(pool)
        },
      },
    }),
  )
  await orm.connect()
  if (!opened) throw new Error('The ORM opened no pool: onPoolCreated of the driver options was not called')
  return { orm, pool: opened, close: () => orm.close(true) }
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

/** One prepared statement: parsed and planned once a connection. */
export type Statement = { name: string; text: string; values: unknown[] }

const timestamptz = pg.types.builtins.TIMESTAMPTZ
const usual: (text: string) => Date = pg.types.getTypeParser(timestamptz)
const plain = new pg.TypeOverrides()
plain.setTypeParser(timestamptz, (text) => readInstant(text, usual))

const names = new Map<string, string>()

/** A name for a statement that is put together: few shapes, and each is parsed and planned once a connection. */
export function statementName(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `page-${names.size}`
  names.set(text, name)
  return name
}

/** Reads plain rows with a prepared statement; nothing is hydrated, nothing is tracked. */
export async function read<Row extends object>(pool: Pool, statement: Statement): Promise<Row[]> {
  counted.statements += 1
  const result = await pool.query<Row>({ ...statement, types: plain })
  return result.rows
}

/** How many reading statements this process has sent; specs hold hot paths to a fixed number with it. */
export const counted = { statements: 0 }
