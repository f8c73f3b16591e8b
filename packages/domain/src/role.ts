import { defaultRoles, maskedPermissions, permissionNames, scopes } from './permission.ts'
import type { Grants, Permission, Role, Scope } from './permission.ts'
import type { Problem } from './problem.ts'

/** What a role holds now: as the association drew it, or as it began. */
export function grantsOf(role: Role, drawn: Grants | undefined): Grants {
  return drawn ?? defaultRoles[role]
}

/** What a draft allows: each once, in the order of the table. */
export function grantsDrawn({ scope, permissions, masked }: Draft): Grants {
  return { scope, permissions: permissionNames.filter((name) => permissions.includes(name)), masked }
}

const isPermission = (name: string) => permissionNames.some((known) => known === name)

/** A role as a client draws it. */
export type Draft = { scope: Scope; permissions: readonly string[]; masked: boolean }

/** What is wrong with a draft. */
export function checkDraft({ permissions, masked }: Draft): Problem[] {
  if (!permissions.every(isPermission)) return [{ field: 'permissions', code: 'CHOICE_UNKNOWN' }]
  if (masked && !permissions.every((name) => maskedPermissions.some((reading) => reading === name)))
    return [{ field: 'permissions', code: 'MASKED_READS_ONLY' }]
  return []
}

/**
 * Whether somebody would raise their own role: above both what they hold and what the role began with. Whoever edits
 * roles may take from their own and give it back; for more there must be another who gives it.
 */
export function raisesOwn(role: Role, held: Grants, drawn: Grants): boolean {
  const began: Grants = defaultRoles[role]
  const widest = Math.max(reach(held), reach(began))
  const known = new Set([...held.permissions, ...began.permissions])
  const unmasks = Boolean(held.masked && began.masked && !drawn.masked)
  return reach(drawn) > widest || unmasks || drawn.permissions.some((name) => !known.has(name))
}

/** Without somebody who holds each of these, nobody could give anything to anybody any more. */
export const keeping = ['role.edit', 'staff.manage'] as const satisfies readonly Permission[]

/** Whether among the roles that active people have, somebody can still keep the house. */
export function isKept(held: readonly Grants[]): boolean {
  return keeping.every((name) => held.some((grants) => !grants.masked && grants.permissions.includes(name)))
}

/** What one role has over another. */
export function differenceOf(before: Grants, after: Grants): { gained: Permission[]; lost: Permission[] } {
  return {
    gained: after.permissions.filter((name) => !before.permissions.includes(name)),
    lost: before.permissions.filter((name) => !after.permissions.includes(name)),
  }
}

const reach = ({ scope }: Grants) => scopes.indexOf(scope)
