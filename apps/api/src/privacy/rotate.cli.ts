import 'reflect-metadata'
import pg from 'pg'
import { readConfig } from '../config.ts'
import { checkDatabase, migrate } from '../database/migrate.ts'
import { rotateFileKeys } from '../files/file-key.ts'
import { rotateKeys } from './person-key.ts'
import { makeSeals } from '../keys/seal.ts'

/** `npm run keys:rotate`: wraps the keys of persons with SILA_MASTER_KEY instead of the one before. */
async function main() {
  const config = readConfig()
  await checkDatabase(config.databaseUrl)
  await migrate(config.databaseUrl)
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 })
  try {
    const seals = makeSeals(config.secret, config.masterKeys)
    const count = (await rotateKeys(pool, seals)) + (await rotateFileKeys(pool, seals))
    process.stdout.write(
      `${count} keys were wrapped anew. Once every node runs with the new key, run this again, and take SILA_MASTER_KEY_BEFORE away when it finds none.\n`,
    )
    process.stdout.write(
      'Keep it with the backups that were made under it: they open with it alone, until their term is over.\n',
    )
  } finally {
    await pool.end()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
