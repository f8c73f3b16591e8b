import { isEmail } from '@sila/domain/beneficiary'
import type { Pool } from 'pg'
import type { ProvenPerson } from './provider.ts'

/**
 * The sign-in of the active member of staff behind a person of the provider; nobody is made by coming here.
 * The first time they are found by the address that the provider has proven, afterwards by issuer and subject alone:
 * an address that changes, or that somebody else gets, opens nothing.
 */
export async function linkedUser(pool: Pool, person: ProvenPerson): Promise<string | undefined> {
  const { issuer, subject } = person
  const known = await pool.query<{ userId: string; active: boolean }>(
    `select a."userId", s.active from auth_account a join staff s on s.user_id = a."userId"
      where a."providerId" = $1 and a."accountId" = $2`,
    [issuer, subject],
  )
  const [account] = known.rows
  if (account) return account.active ? account.userId : undefined
  const email = await person.email()
  return email && isEmail(email) && !/\p{C}/u.test(email) ? link(pool, person, email) : undefined
}

/** A second subject for the same person is refused by the table itself, however many come at once. */
async function link(
  pool: Pool,
  { issuer, subject }: ProvenPerson,
  email: string,
): Promise<string | undefined> {
  const linked = await pool.query<{ userId: string }>(
    `insert into auth_account (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
      select gen_random_uuid()::text, $2, $1, user_id, now(), now() from staff
      where lower(email collate "C") = $3 and active
      on conflict do nothing returning "userId"`,
    [issuer, subject, caseFolded(email)],
  )
  return linked.rows[0]?.userId
}

// Letters of other alphabets that fold into Latin ones would make one address of two.
const caseFolded = (email: string) => email.trim().replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
