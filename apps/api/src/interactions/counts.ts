import type { House } from '../context.ts'
import { read } from '../database.ts'
import type { InboxCounts } from './interaction.types.ts'

type Line = { assigneeId: string | null; all: number; waiting: number; overdue: number }
type Tally = { byAssignee: Map<string | null, Line>; requests: number }

const keepFor = 200
const kept = new WeakMap<House, { until: number; tally: Promise<Tally> }>()

/** How many matters lie in each folder for this person; counted once for everybody who asks at the same time. */
export async function countInbox(house: House, staffId: string, fresh = false): Promise<InboxCounts> {
  let known = kept.get(house)
  if (fresh || !known || known.until < Date.now()) {
    known = { until: Date.now() + keepFor, tally: countAll(house) }
    known.tally.catch(() => kept.delete(house))
    kept.set(house, known)
  }
  const { byAssignee, requests } = await known.tally
  const lines = [...byAssignee.values()]
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    mine: byAssignee.get(staffId)?.all ?? 0,
    unassigned: byAssignee.get(null)?.all ?? 0,
    all: sum((line) => line.all),
    waiting: sum((line) => line.waiting),
    overdue: sum((line) => line.overdue),
    requests,
  }
}

async function countAll(house: House): Promise<Tally> {
  const { pool } = house.database
  const [lines, requests] = await Promise.all([
    read<Line>(pool, {
      name: 'inbox-counts',
      text: `select assignee_id as "assigneeId", count(*)::int as all, (count(*) filter (where status = 'WAITING'))::int as waiting,
        (count(*) filter (where due_met_at is null and due_paused_at is null and due_at < $1))::int as overdue
        from interaction where open group by assignee_id`,
      values: [house.now()],
    }),
    read<{ n: number }>(pool, {
      name: 'request-count',
      text: `select count(*)::int as n from request where open`,
      values: [],
    }),
  ])
  return { byAssignee: new Map(lines.map((line) => [line.assigneeId, line])), requests: requests[0]?.n ?? 0 }
}
