import type { Context, House } from '../context.ts'
import { read } from '../database/database.ts'
import type { EntryType } from '../graphql/enums.ts'
import { personalData } from '../privacy/personal-data.ts'
import { openNotes } from '../privacy/sealed-notes.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { system } from '../walls/session.ts'

/** The first lines of the thread of a matter. */
export type ThreadAsk = { id: string; first: number }

/** One line of a thread as it is read. Beneficiaries are not told who of the staff wrote it. */
export type EntryRow = {
  matterId: string
  id: string
  type: EntryType
  at: Date
  text: string | null
  language: string | null
  authorId: string | null
  author: StaffMember | null
  event: string | null
  detail: Record<string, unknown> | null
  /** Whether files came with the words, or were begun; where none did, none are asked for. */
  withFiles: boolean
  /** As whom the thread was read: what hangs on the line is read as the same. */
  readIn?: Context
}

// Events that stand in the thread as words already.
const spoken = `('interaction.answered','interaction.noted','interaction.replied','interaction.fileAdded','interaction.fileRefused','request.fileAdded','request.fileRefused','request.noted','request.replied')`

// Words and deeds of one matter, in the order in which they happened; both ids sort by time.
const linesOf = (id: string) => `
    (select e.id, e.type, e.at, e.text, e.language, e.author_id as "authorId", null as event, null::jsonb as detail, e.sealed, e.sealed_for as "sealedFor", e.with_files as "withFiles"
      from entry e where e.interaction_id = ${id} and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select e.id, e.type, e.at, e.text, e.language, e.author_id, null, null, e.sealed, e.sealed_for, e.with_files
      from entry e where e.request_id = ${id} and e.id > $3::uuid and (not $4 or e.type <> 'NOTE') order by e.id limit $2)
    union all
    (select v.id, 'EVENT', v.at, null, null, v.actor_id, v.type, v.payload, null, null, false
      from event v where v.aggregate_id = ${id} and v.type not in ${spoken} and v.id > $3::uuid and (not $4 or v.visibility = 'PUBLIC') order by v.id limit $2)
    order by id limit $2`
// One id stands for itself: of a list PostgreSQL does not know the length, so it would plan anew each time.
const thread = `select $1::uuid as "matterId", line.* from (${linesOf('$1::uuid')}) line`
const threads = `select m.id as "matterId", line.* from unnest($1::uuid[]) as m(id) cross join lateral (${linesOf('m.id')}) line`

const start = '00000000-0000-0000-0000-000000000000'

/** Lines of one matter after a place; the first of all where none is named. */
export async function readThread(
  house: House,
  matterId: string,
  first: number,
  after: string | undefined,
  publicOnly: boolean,
): Promise<EntryRow[]> {
  const rows = await read<EntryRow>(house.database.pool, {
    name: 'thread',
    text: thread,
    values: [matterId, first + 1, after ?? start, publicOnly],
  })
  return complete(house, rows, publicOnly)
}

/** The beginnings of many threads in one statement for each page size. */
export async function loadEntries(
  house: House,
  asks: readonly ThreadAsk[],
  publicOnly: boolean,
): Promise<EntryRow[][]> {
  const found = new Map<string, EntryRow[]>()
  for (const first of new Set(asks.map((ask) => ask.first))) {
    const ids = [...new Set(asks.filter((ask) => ask.first === first).map((ask) => ask.id))]
    const [only] = ids
    const rows =
      ids.length === 1 && only
        ? await readThread(house, only, first, undefined, publicOnly)
        : await readThreads(house, ids, first, publicOnly)
    for (const [id, lines] of Map.groupBy(rows, (row) => row.matterId)) found.set(`${id}:${first}`, lines)
  }
  return asks.map((ask) => found.get(`${ask.id}:${ask.first}`) ?? [])
}

async function readThreads(house: House, ids: string[], first: number, publicOnly: boolean) {
  const rows = await read<EntryRow>(house.database.pool, {
    name: 'threads',
    text: threads,
    values: [ids, first + 1, start, publicOnly],
  })
  return complete(house, rows, publicOnly)
}

// Only lines that whoever asks may read come here, so what is sealed in them is opened.
async function complete(house: House, rows: EntryRow[], publicOnly: boolean): Promise<EntryRow[]> {
  await openNotes(house.database.as(system).pool, house.seals, rows)
  const staff = await house.directory.staff()
  for (const row of rows) row.author = publicOnly || !row.authorId ? null : (staff.get(row.authorId) ?? null)
  if (publicOnly) for (const row of rows) row.detail = withoutOthers(row.detail)
  return rows
}

// Who of the staff has it is told to nobody outside: not as the author of a line, and not in what was done either.
function withoutOthers(detail: EntryRow['detail']): EntryRow['detail'] {
  const others: readonly string[] = personalData.event.others
  return detail && Object.fromEntries(Object.entries(detail).filter(([key]) => !others.includes(key)))
}
