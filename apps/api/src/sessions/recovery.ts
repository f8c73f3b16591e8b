import { APIError } from 'better-auth/api'
import type { Pool } from 'pg'

/** How long the door by password stands open for somebody whom the operator lets in. */
export const recoveryMinutes = 15

const recoveries = `from auth_verification v join auth_user u on u.id = v.value
  where v.identifier = 'recover-' || u.id and v."expiresAt" > now() and u.email = $1`

/**
 * Where passwords are off, one opens only for whom the operator has just made it: `npm run admin -- recover`.
 * @throws APIError, the same for everybody else
 */
export async function mayRecover(pool: Pool, email: unknown): Promise<void> {
  const { rowCount } = await pool.query(`select ${recoveries}`, [addressOf(email)])
  if (!rowCount)
    throw new APIError('FORBIDDEN', { code: 'PASSWORDS_OFF', message: 'Sign in at the provider' })
}

/** It opens once. */
export async function recovered(pool: Pool, email: unknown): Promise<void> {
  await pool.query(`delete from auth_verification where id in (select v.id ${recoveries})`, [
    addressOf(email),
  ])
}

/** Lets a person in by a new password for a short while, whatever else they had: the operator holds the machine anyway. */
export async function recover(pool: Pool, userId: string, passwordHash: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `update auth_account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
      [userId, passwordHash],
    )
    for (const table of ['auth_two_factor', 'auth_passkey', 'auth_session'])
      await client.query(`delete from ${table} where "userId" = $1`, [userId])
    await client.query('update auth_user set "twoFactorEnabled" = false where id = $1', [userId])
    await client.query(`delete from auth_verification where value = $1`, [userId])
    await client.query(
      `insert into auth_verification (id, identifier, value, "expiresAt") values (gen_random_uuid()::text,
        'recover-' || $1, $1, now() + $2 * interval '1 minute')`,
      [userId, recoveryMinutes],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const addressOf = (email: unknown) => (typeof email === 'string' ? email.trim().toLowerCase() : '')
