import type { EntityManager } from '@mikro-orm/postgresql'
import type { Grants, Role as RoleKey } from '@sila/domain/permission'
import { grantsOf, isKept } from '@sila/domain/role'
import type { keeping } from '@sila/domain/role'
import type { Context } from '../context.ts'
import { forbidden, Refused } from '../errors.ts'
import { drawnOf } from './role.rows.ts'
import type { RoleRow } from './role.rows.ts'

/**
 * Lets those who change roles and those who disable colleagues come one after the other, on all nodes. Whoever waited is
 * asked anew: the one before may have disabled them, or drawn their role.
 * @throws FORBIDDEN
 */
export async function lockKeepers(
  em: EntityManager,
  { actor, house }: Pick<Context, 'actor' | 'house'>,
  permission: (typeof keeping)[number],
): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('sila keepers'))`)
  if (!house.guarded || actor.type !== 'STAFF') return
  const [held] = await em.execute<RoleRow[]>(
    'select r.* from staff s join role r on r.key = s.role where s.id = ? and s.active',
    [actor.staff.id],
  )
  const { masked, permissions } = held ? grantsOf(held.key, drawnOf(held)) : nothing
  if (masked || !permissions.includes(permission)) throw forbidden()
}

const nothing: Grants = { scope: 'OWN', permissions: [] }

/**
 * Asked at the end of an act that may have taken the last key of the house.
 * @throws Refused where nobody active could edit roles, or manage staff, any more
 */
export async function demandKeepers(em: EntityManager): Promise<void> {
  const rows = await em.execute<RoleRow[]>('select * from role')
  const drawn = new Map(rows.map((row) => [row.key, drawnOf(row)]))
  const staff = await em.execute<{ role: RoleKey }[]>('select distinct role from staff where active')
  const held: Grants[] = staff.map(({ role }) => grantsOf(role, drawn.get(role)))
  if (!isKept(held)) throw new Refused({ code: 'LAST_ROLE_EDITOR' })
}
