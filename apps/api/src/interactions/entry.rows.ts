import type { Pool } from 'pg'
import { read } from '../database.ts'
import type { EntryType } from '../enums.ts'

/** The first lines of the thread of a matter. */
export type ThreadAsk = { id: string; first: number }

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
const linesOf = (id: string) => `
    (select e.id, e.type, e.at, e.text, e.language, e.author_id as "authorId", null as event, null::jsonb as detail
      from entry e where e.interaction_id = ${id} and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select e.id, e.type, e.at, e.text, e.language, e.author_id, null, null
      from entry e where e.request_id = ${id} and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select v.id, 'EVENT', v.at, null, null, v.actor_id, v.type, v.payload
      from event v where v.aggregate_id = ${id} and v.type not in ${spoken} and v.id > $3::uuid and (not $4 or v.visibility = 'PUBLIC') order by v.id limit $2)
    order by id limit $2`
// One id stands for itself: of a list PostgreSQL does not know the length, so it would plan anew each time.
const thread = `select $1::uuid as "matterId", line.* from (${linesOf('$1::uuid')}) line`
const threads = `select m.id as "matterId", line.* from unnest($1::uuid[]) as m(id) cross join lateral (${linesOf('m.id')}) line`

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
    values: [matterId, first + 1, after ?? start, publicOnly],
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
    const [only] = ids
    const rows =
      ids.length === 1 && only
        ? await readThread(pool, only, first, undefined, publicOnly)
        : await read<EntryRow>(pool, {
            name: 'threads',
            text: threads,
            values: [ids, first + 1, start, publicOnly],
          })
    for (const [id, lines] of Map.groupBy(rows, (row) => row.matterId)) found.set(`${id}:${first}`, lines)
  }
  return asks.map((ask) => found.get(`${ask.id}:${ask.first}`) ?? [])
}
