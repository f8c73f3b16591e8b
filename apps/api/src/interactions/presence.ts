import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql'
import type { House } from '../context.ts'
import { read } from '../database.ts'
import { PresenceStateEnum } from '../enums.ts'
import type { PresenceState } from '../enums.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

@ObjectType({ description: 'A colleague who has the same thread open.', simpleResolvers: true })
export class Presence {
  @Field(() => StaffMember, { description: 'The colleague.' })
  staff!: StaffMember

  @Field(() => PresenceStateEnum, { description: 'What the colleague does.' })
  state!: PresenceState

  @Field(() => GraphQLISODateTime, { description: 'When that was last heard.' })
  at!: Date
}

/** A screen says every 15 seconds that it is still there; after three silent ones it is taken to have gone. */
const goneAfter = '45 seconds'

/** Topic on which presence at a thread is announced to all nodes. */
export const presenceTopic = (interactionId: string) => `presence:${interactionId}`

/** Who has each of the threads open. */
export async function presentAt(house: House, ids: readonly string[]): Promise<Presence[][]> {
  const rows = await read<{ interactionId: string; staffId: string; state: PresenceState; at: Date }>(
    house.database.pool,
    {
      name: 'presence',
      text: `select interaction_id as "interactionId", staff_id as "staffId", state, at from presence
      where interaction_id = any($1::uuid[]) and state <> 'LEFT' and at > now() - interval '${goneAfter}' order by at`,
      values: [ids],
    },
  )
  const staff = await house.directory.staff()
  const grouped = Map.groupBy(rows, (row) => row.interactionId)
  return ids.map((id) =>
    (grouped.get(id) ?? []).flatMap((row) => {
      const member = staff.get(row.staffId)
      return member ? [{ staff: member, state: row.state, at: row.at }] : []
    }),
  )
}
