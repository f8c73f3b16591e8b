import type { Context } from '../context.ts'
import type { PersonRow } from './person.columns.ts'

/** Notes that more of a person is shown than a line of a list needs: whoever pages through all of them is seen to. */
export function shown(ctx: Context, person: PersonRow): PersonRow {
  ctx.house.looks.noteLater(ctx.actor, person.id, 'LIST', ctx.now)
  return person
}
