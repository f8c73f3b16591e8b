import type { Actor } from '../actors/actor.ts'
import type { Opening } from '../staff/staff-member.entity.ts'

/** How whoever asks has opened a matter in an emergency, where they have. */
export function openingOf(actor: Actor, matterId: string | undefined): Opening | undefined {
  if (actor.type !== 'STAFF' || !matterId) return undefined
  return actor.staff.openings.find((opening) => opening.matterId === matterId)
}

/** SQL: whether the matter of that id complains of whoever stands in that place; of it they are shown nothing. */
export const complainsOf = (matter: string, me: string) =>
  `exists (${['interaction', 'request']
    .map((table) => `select from ${table} m where m.id = ${matter} and m.about_staff_id = ${me}::uuid`)
    .join(' union all ')})`

/** SQL: whether a look was made in an emergency that is not shown to whoever stands in that place. */
export const lookedUnseen = (me: string) =>
  `exists (select from break_glass g where g.id = look.break_glass_id and ${complainsOf('g.matter_id', me)})`
