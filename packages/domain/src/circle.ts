import { can } from './permission.ts'
import type { Guarded, Permission, Sensitivity, Viewer } from './permission.ts'
import type { Problem } from './problem.ts'

/** So many people at the most need to know of one matter. */
export const mostInCircle = 30

/** Who may know of a matter from now on, and why only they. */
export type Protection = {
  /** None lifts the circle. */
  sensitivity: Sensitivity | null
  circle: readonly string[]
  /** Of whom of the staff it complains. */
  aboutStaffId: string | null
}
type Colleague = {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly viewer: Viewer
  readonly teamId?: string | null
}

/** The matter as it is once it is protected so: whom it complains of no longer owns it. */
export function protectedMatter(
  matter: Guarded,
  { sensitivity, circle, aboutStaffId }: Protection,
): Guarded & { circle: string[] } {
  const about = sensitivity ? aboutStaffId : null
  const owner = matter.assigneeId ?? null
  return {
    ...matter,
    assigneeId: about && owner === about ? null : owner,
    ...{ sensitivity, circle: sensitivity ? [...new Set(circle)] : [], aboutStaffId: about },
  }
}

/**
 * Checks who is to know of a matter: everybody in the circle works here and would see it, whom it is about is not
 * among them, and somebody is left who sees it.
 */
export function checkProtection(
  wished: Protection,
  permission: Permission,
  matter: Guarded,
  colleagues: ReadonlyMap<string, Colleague>,
): Problem[] {
  const { sensitivity, aboutStaffId } = wished
  const after = protectedMatter(matter, wished)
  if (!sensitivity) return []
  if (after.circle.length > mostInCircle)
    return [{ field: 'circle', code: 'TOO_MANY_CHOICES', values: { max: mostInCircle } }]
  if (aboutStaffId && (sensitivity !== 'STAFF_COMPLAINT' || !colleagues.has(aboutStaffId)))
    return [{ field: 'aboutStaffId', code: 'CHOICE_UNKNOWN' }]
  if (aboutStaffId && after.circle.includes(aboutStaffId))
    return [{ field: 'circle', code: 'CIRCLE_HAS_ACCUSED' }]
  const members = after.circle.map((id) => colleagues.get(id))
  if (members.some((member) => !member?.active)) return [{ field: 'circle', code: 'ASSIGNEE_UNKNOWN' }]
  const sees = (one: Colleague | undefined) => one?.active && can(one.viewer, permission, after)
  // The circle gives no wider reach: whoever is of another department would be in it for nothing.
  const blind = members.flatMap((member) => (member && !sees(member) ? [member.name] : []))
  if (blind.length > 0)
    return [{ field: 'circle', code: 'CIRCLE_BLIND', values: { names: blind.join(' · ') } }]
  return [...colleagues.values()].some(sees) ? [] : [{ field: 'circle', code: 'CIRCLE_EMPTY' }]
}

/**
 * Who decides of a matter that somebody else closes: of those who may draw its circle, and of whom it does not complain,
 * the ones of its team; where there are none, those of its department; else those who see what is sensitive anyway, and at
 * last whoever sees everything.
 */
export function decidersOf(
  matter: Guarded,
  aboutStaffId: string | null,
  colleagues: ReadonlyMap<string, Colleague>,
): string[] {
  const all = [...colleagues.values()].filter(
    ({ id, active, viewer }) => active && id !== aboutStaffId && can(viewer, 'matter.protect', matter),
  )
  const within = all.filter(({ viewer }) => viewer.grants.scope !== 'ALL')
  const near = within.filter(({ teamId }) => teamId && teamId === matter.teamId)
  const above = all.filter(({ viewer }) => can(viewer, 'sensitive.read'))
  const deciders = [near, within, above].find((some) => some.length > 0) ?? all
  return deciders.slice(0, mostInCircle - 1).map(({ id }) => id)
}
