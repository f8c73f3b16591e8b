import type { Pool } from 'pg'
import { read } from '../database.ts'
import type { EntryType } from '../enums.ts'
import type { ThreadAsk } from '../loaders.ts'

/** One line of a thread as it is read; the author is found in the directory. */
export type EntryRow = {
  matterId: string
  id: string
  type: EntryType
  at: Date
  text: string | null
  language: string | null
  authorId: string | null
  event: string | null
  detail: Record<string, unknown> | null
}

// Events that stand in the thread as words already.
const spoken = `('interaction.answered','interaction.noted','interaction.replied','request.noted','request.replied')`

// Words and deeds of one matter, in the order in which they happened; both ids sort by time.
const thread = `
  select m.id as "matterId", line.* from unnest($1::uuid[]) as m(id) cross join lateral (
    (select e.id, e.type, e.at, e.text, e.language, e.author_id as "authorId", null as event, null::jsonb as detail
      from entry e where e.interaction_id = m.id and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select e.id, e.type, e.at, e.text, e.language, e.author_id, null, null
      from entry e where e.request_id = m.id and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select v.id, 'EVENT', v.at, null, null, v.actor_id, v.type, v.payload
      from event v where v.aggregate_id = m.id and v.type not in ${spoken} and v.id > $3::uuid and (not $4 or v.visibility = 'PUBLIC') order by v.id limit $2)
    order by id limit $2) line`

const start = '00000000-0000-0000-0000-000000000000'

/** Lines of one matter after a place; the first of all where none is named. */
export function readThread(
  pool: Pool,
  matterId: string,
  first: number,
  after: string | undefined,
  publicOnly: boolean,
) {
  return read<EntryRow>(pool, {
    name: 'thread',
    text: thread,
    values: [[matterId], first + 1, after ?? start, publicOnly],
  })
}

/** The beginnings of many threads in one statement for each page size. */
export async function loadEntries(
  pool: Pool,
  asks: readonly ThreadAsk[],
  publicOnly: boolean,
): Promise<EntryRow[][]> {
  const found = new Map<string, EntryRow[]>()
  for (const first of new Set(asks.map((ask) => ask.first))) {
    const ids = [...new Set(asks.filter((ask) => ask.first === first).map((ask) => ask.id))]
    const rows = await read<EntryRow>(pool, {
      name: 'thread',
      text: thread,
      values: [ids, first + 1, start, publicOnly],
    })
    for (const row of rows) {
      const key = `${row.matterId}:${first}`
      found.set(key, [...(found.get(key) ?? []), row])
    }
  }
  return asks.map((ask) => found.get(`${ask.id}:${ask.first}`) ?? [])
}
