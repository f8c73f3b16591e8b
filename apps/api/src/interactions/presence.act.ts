import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { notFound } from '../errors.ts'
import type { PresenceState } from '../graphql/enums.ts'
import { ofHouse } from '../walls/actor.ts'
import { readInteraction } from './interaction.rows.ts'
import { presenceTopic } from './presence.ts'

/** Says that the signed-in person looks at a thread, writes in it, or has left it. */
export async function setPresence(
  ctx: Context,
  interactionId: string,
  state: PresenceState,
): Promise<boolean> {
  const member = demand(ctx, 'interaction.read')
  if (state === 'LEFT') return leave(ctx, interactionId, member.id)
  if (!isId(interactionId) || !(await readInteraction(ctx, interactionId))) throw notFound()
  await read(ctx.house.database.pool, {
    name: 'presence-set',
    text: `insert into presence (interaction_id, staff_id, state, at) values ($1, $2, $3, now())
      on conflict (interaction_id, staff_id) do update set state = excluded.state, at = excluded.at`,
    values: [interactionId, member.id, state],
  })
  ctx.house.feed.announce(presenceTopic(interactionId))
  return true
}

// Whoever leaves may have lost sight of it meanwhile: those who stay are told all the same, and nobody else anything.
async function leave(ctx: Context, interactionId: string, staffId: string): Promise<boolean> {
  const left = await read(ofHouse(ctx.house).pool, {
    name: 'presence-leave',
    text: `update presence set state = 'LEFT', at = now() where interaction_id = $1 and staff_id = $2 returning state`,
    values: [isId(interactionId) ? interactionId : null, staffId],
  })
  if (left.length > 0) ctx.house.feed.announce(presenceTopic(interactionId))
  return true
}
