import { defaultRoles, roles } from '@sila/domain/permission'
import type { Grants, Role as RoleKey } from '@sila/domain/permission'
import { grantsOf } from '@sila/domain/role'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { Role, RoleGrants } from './role.types.ts'

/** A role as it is stored; without a scope it is as it began. */
export type RoleRow = {
  id: string
  key: RoleKey
  scope: Grants['scope'] | null
  permissions: Grants['permissions'] | null
  masked: boolean
  version: number
}

/** What a stored role was drawn to hold; nothing where it is as it began. */
export function drawnOf({ scope, permissions, masked }: RoleRow): Grants | undefined {
  return scope && permissions ? { scope, permissions, masked } : undefined
}

type Line = RoleRow & { changedAt: Date | null; changedBy: string | null }

/** The nine roles as they hold now, in the order of the domain. */
export async function readRoles(ctx: Context): Promise<Role[]> {
  const rows = await read<Line>(ctx.house.database.pool, {
    name: 'roles',
    text: `select id, key, scope, permissions, masked, version, changed_at as "changedAt", changed_by as "changedBy" from role`,
    values: [],
  })
  const staff = [...(await ctx.house.directory.staff()).values()]
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return roles.map((key) => {
    const row = byKey.get(key)
    const drawn = row && drawnOf(row)
    return {
      ...{ key, grants: told(grantsOf(key, drawn)), began: told(defaultRoles[key]) },
      ...{ changed: drawn !== undefined, version: row?.version ?? 1, changedAt: row?.changedAt ?? null },
      changedBy: staff.find(({ id }) => id === row?.changedBy) ?? null,
      holders: staff.filter(({ role, active }) => active && role === key),
    }
  })
}

function told({ scope, permissions, masked }: Grants): RoleGrants {
  return { scope, permissions, masked: masked ?? false }
}
