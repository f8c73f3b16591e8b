import { Migrator } from '@mikro-orm/migrations'
import { defineConfig, MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { installJobs } from '../jobs.ts'
import { migrations } from '../migrations/index.ts'
import { dropMaskedViews } from '../walls/masked.ts'
import { raiseWalls } from '../walls/raise.ts'
import { ensureRoles } from '../walls/roles.ts'

/**
 * Brings the tables up to this version, forward only, and raises their walls: as the owner of the database, who does
 * nothing else. Returns the names of what was done.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      // Migrations speak SQL and know no entity.
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      logger: () => undefined,
      ensureDatabase: false,
      migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration' },
      driverOptions: { connectionTimeoutMillis: 3000, application_name: 'sila migrate' },
    }),
  )
  try {
    await asOwner(databaseUrl, ensureRoles)
    // The views lie over the tables that change; until they stand again, masked eyes see nothing.
    if ((await orm.migrator.getPending()).length > 0) await asOwner(databaseUrl, dropMaskedViews)
    const done = await orm.migrator.up()
    await asOwner(databaseUrl, async (client) => {
      await installJobs(client)
      await raiseWalls(client)
    })
    return done.map((step) => step.name)
  } finally {
    await orm.close(true)
  }
}

async function asOwner(databaseUrl: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 3000,
    application_name: 'sila migrate',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const oldest = 160_000

/**
 * Asks the database what it is.
 * @throws Error that says what is wrong and what to do, for an address that does not answer or a server that is too old
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; name: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
    )
    const [server] = rows
    if (server && server.version < oldest) {
      throw new Error(
        `The database is PostgreSQL ${server.name}; 16 or newer is needed (18 is what it is built on). Upgrade it, or leave DATABASE_URL out to use the embedded one.`,
      )
    }
  } catch (error) {
    const where = new URL(databaseUrl)
    if (error instanceof Error && error.message.startsWith('The database is')) throw error
    throw new Error(
      `The database at ${where.host}${where.pathname} does not answer (${reason(error)}). Check DATABASE_URL, that the server runs, and that it lets this machine in.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : 'unknown'
}
