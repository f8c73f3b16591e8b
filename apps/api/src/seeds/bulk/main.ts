import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import pg from 'pg'
import { declareAdopted, sealAll } from '../../audit/seal.ts'
import { readConfig } from '../../config.ts'
import { startEmbedded } from '../../embedded/embedded.ts'
import { makeKeys } from '../../keys/keys.ts'
import { checkDatabase, migrate } from '../../database/migrate.ts'
import { createUser, makeAuth } from '../../sessions/auth.ts'
import { seedDemonstration } from '../demo.ts'
import { seedBulk } from './bulk.ts'

const help = 'npm run seed -- --people 200000 --interactions 1000000'

/** `npm run seed`: fills DATABASE_URL, or the embedded database, with so many invented people and matters. */
async function main() {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '2000' },
      interactions: { type: 'string', default: '10000' },
    },
  })
  const sizes = {
    people: size('people', values.people),
    interactions: size('interactions', values.interactions),
  }
  // oxlint-disable-next-line node/no-process-env -- a command of its own: whether there is an address decides what is started
  const environment = process.env
  const given = environment['DATABASE_URL']
  const embedded = given
    ? undefined
    : await startEmbedded({ dataDir: resolve(import.meta.dirname, '../../../../../.data/postgres') })
  const config = readConfig({ ...environment, DATABASE_URL: given ?? embedded?.url, SILA_DEMO: '1' })
  await checkDatabase(config.databaseUrl)
  await migrate(config.databaseUrl)
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 4 })
  try {
    const keys = makeKeys(config.secret)
    const { rows } = await pool.query('select from association')
    // An empty database becomes a demonstration; an association's own is refused by seedBulk.
    if (rows.length === 0)
      await seedDemonstration(
        { pool },
        keys,
        (person) => createUser(makeAuth(pool, config, keys.session), person),
        new Date(),
      )
    await seedBulk(pool, sizes, new Date(), (words) => process.stdout.write(`${words}\n`))
    // What was written by statements of its own bears no mark.
    await declareAdopted(pool, keys)
    await sealAll(pool, keys)
    process.stdout.write(`Stored: ${sizes.people} people, ${sizes.interactions} matters.\n`)
  } finally {
    await pool.end()
    await embedded?.stop()
  }
}

function size(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 20_000_000) {
    throw new Error(`--${name} must be a whole number from 1 to 20000000, e.g. ${help}; got ${text}`)
  }
  return number
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
