import { can } from '@sila/domain/permission'
import { demand, makeContext, mayFollow, staffNow } from '../context.ts'
import type { Context, House } from '../context.ts'
import type { StoredEvent } from '../feed/feed.ts'
import { seesMatter } from '../visibility/visibility.ts'
import { lostSight } from '../visibility/sight.ts'
import { readRequests } from './request.rows.ts'
import type { RequestRow } from './request.rows.ts'
import type { RequestFeedItem } from './request.types.ts'

/** Every change in the queue of requests, live, resumable; permission is asked again for each item. */
export async function* followQueue(ctx: Context, after?: string | null): AsyncGenerator<RequestFeedItem> {
  demand(ctx, 'request.read')
  const items = ctx.house.feed.follow(after, (event) => event.aggregate === 'request')
  for await (const { cursor, reset, event } of items) {
    const now = await staffNow(ctx)
    if (!now || !mayFollow(now, 'request.read')) return
    const row = event ? await rowOf(ctx.house, event) : null
    // What the person never saw is told as nothing: not even that it moved. What they saw until now is told to be gone.
    const request =
      row && can(now.viewer, 'request.read', row) && (await seesMatter(ctx, now, 'request', row.id))
        ? row
        : null
    const gone = event && !request && lostSight(now.viewer, 'request.read', event) ? event.aggregateId : null
    yield { cursor, reset, event: request ? (event?.type ?? null) : null, request, gone }
  }
}

const rows = new WeakMap<StoredEvent, Promise<RequestRow | null>>()

// Read once for an event, whoever watches.
function rowOf(house: House, event: StoredEvent): Promise<RequestRow | null> {
  const known = rows.get(event)
  if (known) return known
  const system = makeContext(house, { type: 'SYSTEM' }, 'en')
  const loading = readRequests(system, [event.aggregateId]).then(([row]) => row ?? null)
  rows.set(event, loading)
  return loading
}
