import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isEmail } from '@sila/domain/beneficiary'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../config.ts'
import { makeKeys } from '../keys/keys.ts'
import { checkDatabase, migrate } from '../database/migrate.ts'
import { createUser, makeAuth } from '../sessions/auth.ts'
import type { Auth } from '../sessions/auth.ts'
import { recover, recoveryMinutes } from '../sessions/recovery.ts'

const help = `npm run admin -- create --email amal@association.example --name "أمل الحربي"
  npm run admin -- recover --email amal@association.example`

/**
 * `create`: the first administrator of an association's own database, with a password shown once. `recover`: whoever
 * cannot get in any more, because the provider is away or the second factor is lost, by a new password for a short while.
 */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { email: { type: 'string' }, name: { type: 'string' } },
  })
  const email = values.email?.trim().toLowerCase() ?? ''
  const name = values.name?.trim() ?? ''
  const act = positionals[0]
  if (act !== 'create' && act !== 'recover') throw new Error(`Say what to do: ${help}`)
  if (!isEmail(email)) throw new Error(`--email must be an e-mail address: ${help}`)
  if (act === 'create' && (name.length < 2 || name.length > 120))
    throw new Error(`--name must have 2 to 120 signs: ${help}`)

  const config = readConfig()
  await checkDatabase(config.databaseUrl)
  await migrate(config.databaseUrl)
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 })
  try {
    const auth = makeAuth(pool, config, makeKeys(config.secret).session)
    const password = randomBytes(15).toString('base64url')
    const told =
      act === 'create'
        ? await create(pool, auth, { name, email, password })
        : await letIn(pool, auth, { email, password })
    process.stdout.write(`${told}\n\n  ${email}   ${password}\n\n`)
  } finally {
    await pool.end()
  }
}

type Person = { name: string; email: string; password: string }

async function create(pool: pg.Pool, auth: Auth, person: Person): Promise<string> {
  const { rows } = await pool.query('select from staff where email = $1', [person.email])
  if (rows.length > 0)
    throw new Error(`Somebody with the address ${person.email} works here already. Choose another address.`)
  const userId = await createUser(auth, person)
  await pool.query(
    `insert into staff (id, user_id, name, email, role, languages) values ($1, $2, $3, $4, 'ADMINISTRATOR', '{ar}')`,
    [uuidv7(), userId, person.name, person.email],
  )
  return 'The administrator was made. The password is shown this once:'
}

async function letIn(pool: pg.Pool, auth: Auth, { email, password }: Omit<Person, 'name'>): Promise<string> {
  const { rows } = await pool.query<{ userId: string }>(
    `select user_id as "userId" from staff where email = $1 and active`,
    [email],
  )
  if (!rows[0]) throw new Error(`Nobody with the address ${email} works here now.`)
  await recover(pool, rows[0].userId, await (await auth.$context).password.hash(password))
  return `The second factor was taken away and a new password made. It is shown this once; where passwords are off, it opens once, within ${recoveryMinutes} minutes, at /staff/?door=recover:`
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
