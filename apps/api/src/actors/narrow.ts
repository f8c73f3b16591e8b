import type { Permission } from '@sila/domain/permission'
import type { StaffMember } from '../staff/staff-member.entity.ts'

/** By which key somebody asks, and what it is let to. */
export type KeyInUse = {
  id: string
  scopes: readonly string[]
  hourBudget: number
  dayBudget: number
}

const known = new WeakMap<StaffMember, Map<string, StaffMember>>()

/**
 * The owner of a key as far as the key reaches: what both may do, and everything else that holds for the owner. Made
 * once for an owner as they are now, so that their rules are made once too.
 */
export function narrowed(owner: StaffMember, { scopes }: Pick<KeyInUse, 'scopes'>): StaffMember {
  const all = known.get(owner) ?? new Map<string, StaffMember>()
  known.set(owner, all)
  const name = scopes.join()
  const made = all.get(name) ?? narrow(owner, scopes)
  all.set(name, made)
  return made
}

function narrow(owner: StaffMember, scopes: readonly string[]): StaffMember {
  const { viewer } = owner
  const both = (permission: Permission) => scopes.includes(permission)
  const grants = { ...viewer.grants, permissions: viewer.grants.permissions.filter(both) }
  // What somebody opened in an emergency, with a second factor, is for their own eyes.
  return { ...owner, openings: [], viewer: { ...viewer, grants, opened: [] } }
}
