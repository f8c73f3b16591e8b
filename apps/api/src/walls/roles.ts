import type { ClientBase } from 'pg'

/** The role as which the API works for somebody: the policies of the tables decide what it sees. */
export const appRole = 'sila_app'
/** The role as which the house itself works: it sees all rows, and may still neither alter nor empty a table. */
export const houseRole = 'sila_house'

type Standing = { owner: string; missing: string[]; mighty: string[]; joined: boolean }

const standing = `
  select current_user as owner,
    array(select name from unnest(array['${appRole}', '${houseRole}']) as name where to_regrole(name) is null) as missing,
    array(select rolname::text from pg_roles where rolname in ('${appRole}', '${houseRole}')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)) as mighty,
    coalesce(pg_has_role(to_regrole('${appRole}'), to_regrole('${houseRole}'), 'set')
      and pg_has_role(current_user, to_regrole('${appRole}'), 'set')
      and pg_has_role(current_user, to_regrole('${houseRole}'), 'usage'), false) as joined`

/**
 * Makes the two roles of the API, once for a server, and lets the owner of the tables step down to them. The app role
 * may become the house for a statement, but inherits nothing of it: else its policies would be those of the house.
 * @throws Error with the SQL to run, where the owner may not make roles
 */
export async function ensureRoles(client: ClientBase): Promise<void> {
  let now = await ask(client)
  if (now.mighty.length > 0)
    throw new Error(
      `The database role ${now.mighty.join(' and ')} must be able to do nothing but log in. Run as an administrator: ${now.mighty
        .map((name) => `alter role ${name} nosuperuser nobypassrls nocreaterole nocreatedb;`)
        .join(' ')}`,
    )
  if (now.joined) return
  const statements = statementsFor(now)
  try {
    for (const statement of statements) await client.query(statement)
    now = await ask(client)
    if (now.joined) return
  } catch (error) {
    // Two that start at once make the roles at once: one of them finds them made.
    if ((await ask(client)).joined) return
    throw asLine(statements, error)
  }
  throw asLine(statements)
}

function statementsFor({ owner, missing }: Standing): string[] {
  return [
    ...missing.map((name) => `create role ${name} nologin`),
    `grant ${houseRole} to ${appRole} with inherit false, set true`,
    `grant ${appRole} to ${quoted(owner)} with inherit false, set true`,
    `grant ${houseRole} to ${quoted(owner)} with inherit true, set true`,
  ]
}

function asLine(statements: string[], cause?: unknown): Error {
  return new Error(
    `The owner of the database may not make the roles under which the API works. Run once as an administrator of the server:\n  ${statements.join(';\n  ')};`,
    { cause },
  )
}

async function ask(client: ClientBase): Promise<Standing> {
  const { rows } = await client.query<Standing>(standing)
  return rows[0] ?? { owner: '', missing: [], mighty: [], joined: false }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
