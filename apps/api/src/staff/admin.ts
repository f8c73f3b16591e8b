import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isEmail } from '@sila/domain/beneficiary'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../config.ts'
import { makeKeys } from '../keys.ts'
import { checkDatabase, migrate } from '../migrate.ts'
import { createUser, makeAuth } from '../sessions/auth.ts'

const help = 'npm run admin -- create --email amal@association.example --name "أمل الحربي"'

/** `npm run admin -- create`: the first administrator of an association's own database, with a password shown once. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { email: { type: 'string' }, name: { type: 'string' } },
  })
  const email = values.email?.trim().toLowerCase() ?? ''
  const name = values.name?.trim() ?? ''
  if (positionals[0] !== 'create') throw new Error(`Say what to do: ${help}`)
  if (!isEmail(email)) throw new Error(`--email must be an e-mail address: ${help}`)
  if (name.length < 2 || name.length > 120) throw new Error(`--name must have 2 to 120 signs: ${help}`)

  const config = readConfig()
  await checkDatabase(config.databaseUrl)
  await migrate(config.databaseUrl)
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 })
  try {
    const { rows } = await pool.query('select from staff where email = $1', [email])
    if (rows.length > 0)
      throw new Error(`Somebody with the address ${email} works here already. Choose another address.`)
    const password = randomBytes(15).toString('base64url')
    const userId = await createUser(makeAuth(pool, config, makeKeys(config.secret).session), {
      name,
      email,
      password,
    })
    await pool.query(
      `insert into staff (id, user_id, name, email, role, languages) values ($1, $2, $3, $4, 'ADMINISTRATOR', '{ar}')`,
      [uuidv7(), userId, name, email],
    )
    process.stdout.write(
      `The administrator was made. The password is shown this once:\n\n  ${email}   ${password}\n\n`,
    )
  } finally {
    await pool.end()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
