import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { PresenceStateEnum } from '../graphql/enums.ts'
import type { PresenceState } from '../graphql/enums.ts'
import { loader } from '../loader.ts'
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

/** A colleague at a thread, as it is stored. */
export type Present = { staffId: string; state: PresenceState; at: Date | string }

const here = (id: string) =>
  `p.interaction_id = ${id} and p.state <> 'LEFT' and p.at > now() - interval '${goneAfter}'`

/** Who has the thread open, as a column beside the interaction i: for a page that is read by one statement. */
export const presentColumn = `(select json_agg(json_build_object('staffId', p.staff_id, 'state', p.state, 'at', p.at) order by p.at)
  from presence p where ${here('i.id')}) as present`

/** Who has each of the threads open: read together but not kept, because a subscription lives on while people move. */
export const presentAt = loader(
  async ({ house }, ids: readonly string[]): Promise<Presence[][]> => {
    const rows = await read<Present & { interactionId: string }>(house.database.pool, {
      name: 'presence',
      text: `select p.interaction_id as "interactionId", p.staff_id as "staffId", p.state, p.at from presence p
      where ${here('any($1::uuid[])')} order by p.at`,
      values: [ids],
    })
    const grouped = Map.groupBy(rows, (row) => row.interactionId)
    return Promise.all(ids.map((id) => presenceOf(house, grouped.get(id) ?? [])))
  },
  { cache: false },
)

/** The same with the colleagues themselves. */
export async function presenceOf(house: House, present: readonly Present[]): Promise<Presence[]> {
  const staff = await house.directory.staff()
  return present.flatMap(({ staffId, state, at }) => {
    const member = staff.get(staffId)
    return member ? [{ staff: member, state, at: new Date(at) }] : []
  })
}
