// The door to roles: each is drawn anew, or given back what it began with.
import { defaultRoles } from '@sila/domain/permission'
import type { Grants, Role as RoleKey } from '@sila/domain/permission'
import { checkDraft, grantsDrawn, grantsOf, raisesOwn } from '@sila/domain/role'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Outdated, Refused } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { sessionsChanged } from '../sessions/topic.ts'
import { demandKeepers, lockKeepers } from './keepers.ts'
import { drawnOf, readRoles } from './role.rows.ts'
import type { RoleRow } from './role.rows.ts'
import type { RoleEditInput, RolePayload, RoleResetInput } from './role.types.ts'

/** Draws a role anew; whoever has it sees by it within a second, on every screen that is open. */
export async function editRole(ctx: Context, key: RoleKey, input: RoleEditInput): Promise<RolePayload> {
  demand(ctx, 'role.edit')
  const problems = checkDraft(input.grants)
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  return redraw(ctx, key, {
    name: 'role.edit',
    event: 'role.edited',
    input,
    drawn: grantsDrawn(input.grants),
  })
}

/** Gives a role back what it began with. */
export function resetRole(ctx: Context, key: RoleKey, input: RoleResetInput): Promise<RolePayload> {
  return redraw(ctx, key, { name: 'role.reset', event: 'role.reset', input, drawn: undefined })
}

type Redraw = { name: string; event: string; input: RoleResetInput; drawn: Grants | undefined }

async function redraw(
  ctx: Context,
  key: RoleKey,
  { name, event, input, drawn }: Redraw,
): Promise<RolePayload> {
  const me = demand(ctx, 'role.edit')
  checkKey(input.clientMutationId)
  const next: Grants = drawn ?? defaultRoles[key]
  const act = { name, key: input.clientMutationId, input: { key, ...input } }
  const outcome = await change(ctx, act, async (em) => {
    await lockKeepers(em, ctx, 'role.edit')
    const [row] = await em.execute<RoleRow[]>('select * from role where key = ? for update', [key])
    if (!row) throw new Error(`role: the table has no row of ${key}`)
    if (row.version !== input.expectedVersion) throw new Outdated(row.version)
    const before = grantsOf(key, drawnOf(row))
    if (me.role === key && raisesOwn(key, before, next)) throw new Refused({ code: 'OWN_ROLE_RAISED' })
    await em.execute(
      `update role set scope = ?, permissions = ?::text[], masked = ?, version = version + 1, changed_at = ?, changed_by = ? where key = ?`,
      [
        drawn?.scope ?? null,
        drawn ? `{${drawn.permissions.join()}}` : null,
        drawn?.masked ?? false,
        ctx.now,
        me.id,
        key,
      ],
    )
    await demandKeepers(em)
    const about = { aggregate: 'role', aggregateId: row.id, type: event, visibility: 'STAFF' } as const
    return { result: { key }, event: { ...about, payload: { role: key, before, after: next } } }
  })
  if (outcome.done) sessionsChanged(ctx.house)
  const role = (await readRoles(ctx)).find((each) => each.key === key) ?? null
  if (outcome.done) return { role, problems: [] }
  return { role: outcome.version === undefined ? null : role, problems: tell(ctx, outcome.problems) }
}
