import { can } from '@sila/domain/permission'
import { demand, makeContext, mayFollow, staffNow } from '../context.ts'
import type { Context, House } from '../context.ts'
import type { StoredEvent } from '../feed/feed.ts'
import { countInbox } from './counts.ts'
import type { InteractionFeedItem } from './interaction.types.ts'
import { seesMatter } from '../visibility/visibility.ts'
import { lostSight } from '../visibility/sight.ts'
import { readInteractions } from './interaction.rows.ts'
import type { InteractionRow } from './interaction.rows.ts'

/** Every change in the inbox, live, resumable; permission is asked again for each item. */
export async function* followInbox(ctx: Context, after?: string | null): AsyncGenerator<InteractionFeedItem> {
  const member = demand(ctx, 'interaction.read')
  const items = ctx.house.feed.follow(after, (event) => event.aggregate === 'interaction')
  for await (const { cursor, reset, event } of items) {
    const now = await staffNow(ctx)
    if (!now || !mayFollow(now, 'interaction.read')) return
    const known = event ? await rowOf(ctx.house, event) : null
    // What the person never saw is told as nothing: not even that it moved. What they saw until now is told to be gone.
    const shared =
      known &&
      can(now.viewer, 'interaction.read', known.row) &&
      (await seesMatter(ctx, now, 'interaction', known.row.id))
        ? known
        : null
    const interaction = shared && { ...shared.row, unread: shared.unreadBy(member.id) }
    yield {
      cursor,
      reset,
      event: shared ? (event?.type ?? null) : null,
      interaction,
      gone: event && !shared && lostSight(now.viewer, 'interaction.read', event) ? event.aggregateId : null,
      counts: await countInbox(ctx.house, now.viewer),
    }
  }
}

type Shared = { row: InteractionRow; unreadBy(staffId: string): boolean }
const rows = new WeakMap<StoredEvent, Promise<Shared | null>>()

// Read once for an event, whoever watches; only "unread" differs from person to person.
function rowOf(house: House, event: StoredEvent): Promise<Shared | null> {
  const known = rows.get(event)
  if (known) return known
  const loading = loadShared(house, event.aggregateId)
  rows.set(event, loading)
  return loading
}

async function loadShared(house: House, id: string): Promise<Shared | null> {
  const [row] = await readInteractions(makeContext(house, { type: 'SYSTEM' }, 'en'), [id])
  if (!row) return null
  const readBy = await house.database.pool.query<{ staff_id: string }>({
    name: 'read-by',
    text: `select r.staff_id from interaction_read r join interaction i on i.id = r.interaction_id
      where r.interaction_id = $1 and r.at >= i.last_inbound_at`,
    values: [id],
  })
  const seen = new Set(readBy.rows.map((line) => line.staff_id))
  return { row, unreadBy: (staffId) => Boolean(row.unread) && !seen.has(staffId) }
}
