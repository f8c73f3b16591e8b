import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { complainsOfMe, openedNow } from './conditions.ts'
import { dropMaskedViews, maskedSchema, maskedViews } from './masked.ts'
import { walls } from './policies.ts'
import type { Wall } from './policies.ts'
import { appRole, houseRole } from './roles.ts'

const sequences = ['reference_q', 'reference_r', 'reference_b']
const both = `${appRole}, ${houseRole}`
const mark = 'walls'

/**
 * Raises the second wall after the migrations: row-level security, forced on the owner as well, the policies and the
 * grants of every table. All of it or nothing; where it stands already as this version wants it, nothing is touched.
 */
export async function raiseWalls(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  const statements = [
    openedNow,
    complainsOfMe,
    ...(await maskedViews(client)),
    ...rows.flatMap(({ name }) => wallOf(name, walls[name] ?? {})),
    ...sequences.map((name) => `grant usage on sequence ${name} to ${both}`),
    // The queue holds ids alone, and has policies of its own: who may put work into it may do so for all.
    `grant usage on schema pgboss to ${both}`,
    `grant select, insert, update, delete on all tables in schema pgboss to ${both}`,
    `alter default privileges in schema pgboss grant select, insert, update, delete on tables to ${both}`,
  ]
  const noted = `${mark} ${createHash('sha256').update(statements.join(';')).digest('hex')}`
  await client.query('begin')
  try {
    // One after the other where several start at once.
    await client.query(`select pg_advisory_xact_lock(hashtext('sila ${mark}'))`)
    const standing = await client.query<{ note: string | null }>(
      `select obj_description('public.migration'::regclass, 'pg_class') as note where to_regnamespace('${maskedSchema}') is not null`,
    )
    if (standing.rows[0]?.note !== noted) {
      await takeDown(client)
      for (const statement of statements) await client.query(statement)
      // Beside the list of migrations: which walls stand.
      await client.query(`comment on table public.migration is '${noted}'`)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** What there was is taken away first, so that what this page does not name does not stand. */
async function takeDown(client: ClientBase) {
  const policies = await client.query<{ statement: string }>(
    `select format('drop policy %I on %I', policyname, tablename) as statement from pg_policies where schemaname = 'public'`,
  )
  for (const { statement } of policies.rows) await client.query(statement)
  await dropMaskedViews(client)
  await client.query(`revoke all on all tables in schema public from ${both}, public`)
}

const kinds = ['select', 'insert', 'update', 'delete'] as const

function wallOf(table: string, wall: Wall): string[] {
  const name = `public."${table}"`
  const forced = [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
  ]
  // Even the owner, who makes the tables, sees rows only as the house.
  const house = `create policy house on ${name} to ${houseRole} using (true) with check (true)`
  if (Object.keys(wall).length === 0) return [...forced, house]
  const granted = kinds.filter((kind) => wall[kind])
  return [
    ...forced,
    house,
    `grant ${['select', 'insert', ...(wall.house ?? [])].join()} on ${name} to ${houseRole}`,
    ...(granted.length > 0 ? [`grant ${granted.join()} on ${name} to ${appRole}`] : []),
    ...granted.map(
      (kind) =>
        `create policy app_${kind} on ${name} for ${kind} to ${appRole} ${ruleOf(kind, wall[kind] ?? 'false')}`,
    ),
  ]
}

function ruleOf(kind: (typeof kinds)[number], condition: string): string {
  if (kind === 'insert') return `with check (${condition})`
  // What a row becomes is held by the policy for reading: it must still be seen, or be held by the act.
  return kind === 'update' ? `using (${condition}) with check (true)` : `using (${condition})`
}
