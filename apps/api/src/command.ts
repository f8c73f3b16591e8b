import 'reflect-metadata'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { checkDatabase, migrate } from './database/migrate.ts'

/**
 * Runs a command on DATABASE_URL, or on the embedded database that `npm start` made; the tables are brought up to this
 * version first. What goes wrong is told in one line, and the process ends with 1.
 */
export function runCommand(work: (config: Config) => Promise<void>, migrated = true): void {
  run(work, migrated).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}

async function run(work: (config: Config) => Promise<void>, migrated: boolean) {
  // oxlint-disable-next-line node/no-process-env -- a command of its own: whether there is an address decides what is started
  const environment = process.env
  const given = environment['DATABASE_URL']
  const data = resolve(import.meta.dirname, '../../..', environment['SILA_DATA'] || '.data')
  const embedded = given ? undefined : await startEmbedded({ dataDir: join(data, 'postgres'), quiet: true })
  try {
    const config = readConfig({
      // Where `npm start` lets files lie, from wherever the command is called.
      SILA_FILES: join(data, 'files'),
      ...(embedded ? { DATABASE_URL: embedded.url, SILA_DEMO: '1', ...ownOf(embedded.dataDir) } : {}),
      ...environment,
    })
    await checkDatabase(config.databaseUrl)
    if (migrated) await migrate(config.databaseUrl)
    await work(config)
  } finally {
    await embedded?.stop()
  }
}

// The same as `npm start` sets for its own database.
function ownOf(folder: string): Record<string, string> {
  const secret = join(folder, 'secret')
  return {
    SILA_AUDIT_HEAD: join(folder, 'audit-head'),
    SILA_BACKUPS: join(folder, '..', 'backups'),
    ...(existsSync(secret) ? { SILA_SECRET: readFileSync(secret, 'utf8') } : {}),
  }
}
