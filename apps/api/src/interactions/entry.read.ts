import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { loadEntries, readThread } from './entry.rows.ts'
import type { EntryRow, ThreadAsk } from './entry.rows.ts'
import { loader } from '../loader.ts'

// Not kept either: a subscription lives on while threads grow. One line more than asked for, oldest first.
const beginningsOf = loader(
  ({ house, actor }, asks: readonly ThreadAsk[]) => loadEntries(house, asks, actor.type !== 'STAFF'),
  { cacheKeyFn: (ask) => `${ask.id}:${ask.first}`, cache: false },
)

/** One page of a thread; what is for staff alone is left out for everybody else. */
export async function readEntries(
  ctx: Context,
  matterId: string,
  first: number,
  after?: string | null,
): Promise<Connection<EntryRow>> {
  const cursor = readPageCursor(after, 1)?.[0]
  const rows = cursor
    ? await readThread(ctx.house, matterId, first, cursor, ctx.actor.type !== 'STAFF')
    : await beginningsOf(ctx).load({ id: matterId, first })
  for (const row of rows) row.readIn = ctx
  return toPage(rows, first, (row) => [row.id])
}

/** What happened to a matter since a version was seen. */
export async function readNews(ctx: Context, matterId: string, version: number): Promise<EntryRow[]> {
  const [seen] = await read<{ id: string }>(ctx.house.database.pool, {
    name: 'event-of-version',
    text: `select id from event where aggregate_id = $1 and (payload->>'version')::int <= $2 order by id desc limit 1`,
    values: [matterId, version],
  })
  return (await readThread(ctx.house, matterId, 100, seen?.id, false)).slice(0, 100)
}
