import { channelCodes } from '@sila/domain/channel'
import { instantAt } from '@sila/domain/local-time'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { localDate } from '../association/local-date.ts'
import type { Channel } from './channel.entity.ts'

/** The seven channels in the order of the policy, each with what came in by it; interaction_channel serves both counts. */
export async function readChannels(ctx: Context): Promise<Channel[]> {
  const midnight = new Date(instantAt(ctx.house.calendar.timeZone, localDate(ctx), '00:00'))
  const rows = await read<Channel>(ctx.house.database.pool, {
    name: 'channels',
    text: `select c.id, c.code, c.account, c.state, c.hours,
      (select i.received_at from interaction i where i.channel = c.code order by i.received_at desc limit 1) as "lastReceivedAt",
      (select count(*)::int from interaction i where i.channel = c.code and i.received_at >= $1) as "receivedToday" from channel c`,
    values: [midnight],
  })
  return rows.toSorted((a, b) => channelCodes.indexOf(a.code) - channelCodes.indexOf(b.code))
}
