import type { Actor } from '../actors/actor.ts'
import type { Opening } from '../staff/staff-member.entity.ts'

/** How whoever asks has opened a matter in an emergency, where they have. */
export function openingOf(actor: Actor, matterId: string | undefined): Opening | undefined {
  if (actor.type !== 'STAFF' || !matterId) return undefined
  return actor.staff.openings.find((opening) => opening.matterId === matterId)
}
