import { can } from '@sila/domain/permission'
import type { Guarded, Viewer } from '@sila/domain/permission'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import type { Directory } from '../staff/directory.ts'
import { ofHouse } from '../walls/actor.ts'
import type { InboxCounts } from './interaction.types.ts'
import { opensNow } from '../walls/conditions.ts'

type Line = Guarded & { all: number; waiting: number; overdue: number }
type Tally = { interactions: Line[]; requests: (Guarded & { all: number })[] }

const keepFor = 200
const kept = new WeakMap<Directory, { until: number; tally: Promise<Tally> }>()

/** How many matters lie in each folder for this person; counted once for everybody who asks at the same time. */
export async function countInbox(house: House, viewer: Viewer, fresh = false): Promise<InboxCounts> {
  let known = kept.get(house.directory)
  if (fresh || !known || known.until < Date.now()) {
    known = { until: Date.now() + keepFor, tally: countAll(house) }
    known.tally.catch(() => kept.delete(house.directory))
    kept.set(house.directory, known)
  }
  const { interactions, requests } = await known.tally
  const lines = interactions.filter((line) => can(viewer, 'interaction.read', line))
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    mine: sum((line) => (line.assigneeId === viewer.id ? line.all : 0)),
    unassigned: sum((line) => (line.assigneeId ? 0 : line.all)),
    all: sum((line) => line.all),
    waiting: sum((line) => line.waiting),
    overdue: sum((line) => line.overdue),
    requests: requests
      .filter((line) => can(viewer, 'request.read', line))
      .reduce((total, line) => total + line.all, 0),
  }
}

// What decides who may see a matter: as many lines as there are owners and circles, not as matters.
// What is open in an emergency stands for itself, because nothing but its id shows it.
const opened = `case when id = any (array(select g.matter_id from break_glass g where ${opensNow})) then id end`
const guards = `${opened} as id, assignee_id as "assigneeId", team_id as "teamId", sensitivity, circle, about_staff_id as "aboutStaffId"`
const byGuards = 'group by 1, assignee_id, team_id, sensitivity, circle, about_staff_id'

async function countAll(house: House): Promise<Tally> {
  const { pool } = ofHouse(house)
  const [interactions, requests] = await Promise.all([
    read<Line>(pool, {
      name: 'inbox-counts',
      text: `select ${guards}, count(*)::int as all, (count(*) filter (where status = 'WAITING'))::int as waiting,
        (count(*) filter (where due_met_at is null and due_paused_at is null and due_at < $1))::int as overdue
        from interaction where open ${byGuards}`,
      values: [house.now()],
    }),
    read<Guarded & { all: number }>(pool, {
      name: 'request-count',
      text: `select ${guards}, count(*)::int as all from request where open ${byGuards}`,
      values: [],
    }),
  ])
  return { interactions, requests }
}
