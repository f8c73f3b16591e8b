import type { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { readPageCursor, toPage } from '../connection.ts'
import type { Connection } from '../connection.ts'
import type { Context } from '../context.ts'
import { read } from '../database.ts'
import { dueOf } from '../due.ts'
import { inboxWhere, orders } from './interaction.filter.ts'
import type { InteractionFilter, InteractionSort } from './interaction.filter.ts'
import type { Interaction } from './interaction.entity.ts'

/** An interaction as screens read it: a plain row with its person beside it. */
export type InteractionRow = Interaction & { beneficiary: Beneficiary | null; sortAt: Date }

const columns = `i.id, i.reference, i.kind, i.status, i.channel, i.language, i.subject, i.preview, i.anonymous,
  i.received_at as "receivedAt", i.last_activity_at as "lastActivityAt", i.answered_at as "answeredAt", i.closed_at as "closedAt",
  i.due_at as "dueAt", i.due_started_at as "dueStartedAt", i.due_paused_at as "duePausedAt", i.due_met_at as "dueMetAt",
  i.version, i.escalation_level as "escalationLevel", i.waiting_reason as "waitingReason", i.assignee_id as "assigneeId", i.team_id as "teamId",
  i.beneficiary_id as "beneficiaryId", i.open, b.number as "bNumber", b.name as "bName", b.kind as "bKind",
  b.preferred_language as "bPreferred", b.spoken_languages as "bSpoken", b.city as "bCity", b.segment as "bSegment", b.since as "bSince",
  (i.last_inbound_at is not null and (r.at is null or r.at < i.last_inbound_at)) as unread`
const joins = `left join beneficiary b on b.id = i.beneficiary_id
  left join interaction_read r on r.interaction_id = i.id and r.staff_id = $1`

type Flat = Interaction & {
  bNumber: string | null
  bName: string
  bKind: Beneficiary['kind']
  bPreferred: string
  bSpoken: string[]
  bCity: string | null
  bSegment: string | null
  bSince: Date
  sortAt: Date
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** One page of the inbox in one statement; every folder and order has its index. */
export async function readInbox(
  ctx: Context,
  ask: {
    first: number
    after?: string | null
    where?: InteractionFilter | null
    sort?: InteractionSort | null
  },
): Promise<Connection<InteractionRow>> {
  const order = orders[ask.sort ?? 'LAST_ACTIVITY']
  const values: unknown[] = [viewer(ctx)]
  const param = (value: unknown) => `$${values.push(value)}`
  const conditions = [...inboxWhere(ctx, ask.where ?? {}, param), ...order.where]
  const after = readPageCursor(ask.after, 2)
  if (after)
    conditions.push(
      `(${order.column}, i.id) ${order.beyond} (${param(after[0])}::timestamptz, ${param(after[1])}::uuid)`,
    )

  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const text = `select ${columns}, ${order.column} as "sortAt" from interaction i ${joins} ${where}
    order by ${order.column} ${order.direction}, i.id ${order.direction} limit ${param(ask.first + 1)}`
  const rows = await read<Flat>(ctx.house.database.pool, { name: statementName(text), text, values })
  return toPage(rows.map(toRow), ask.first, (row) => [row.sortAt, row.id])
}

/** The interactions with these ids, in their order; what does not exist is null. */
export async function readInteractions(
  ctx: Context,
  ids: readonly string[],
): Promise<(InteractionRow | null)[]> {
  const [only] = ids
  // One id stands for itself: of a list PostgreSQL does not know the length, so it would plan anew each time.
  const single = ids.length === 1
  const rows = await read<Flat>(ctx.house.database.pool, {
    name: single ? 'interaction-by-id' : 'interactions-by-id',
    text: `select ${columns}, i.last_activity_at as "sortAt" from interaction i ${joins} where i.id = ${single ? '$2::uuid' : 'any($2::uuid[])'}`,
    values: [viewer(ctx), single ? only : ids],
  })
  const byId = new Map(rows.map((row) => [row.id, toRow(row)]))
  return ids.map((id) => byId.get(id) ?? null)
}

function viewer(ctx: Context): string {
  return ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : nobody
}

function toRow(flat: Flat): InteractionRow {
  const { bNumber, bName, bKind, bPreferred, bSpoken, bCity, bSegment, bSince, ...row } = flat
  const beneficiary =
    row.beneficiaryId && bNumber
      ? {
          ...{
            id: row.beneficiaryId,
            number: bNumber,
            name: bName,
            kind: bKind,
            preferredLanguage: bPreferred,
          },
          ...{
            spokenLanguages: bSpoken,
            city: bCity,
            segment: bSegment,
            since: bSince,
            nameFolded: '',
            nameKeys: [],
          },
        }
      : null
  return { ...row, beneficiary, due: dueOf(row) }
}

const names = new Map<string, string>()

// As many names as there are shapes of filter: few, and each is parsed and planned once a connection.
function statementName(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `inbox-${names.size}`
  names.set(text, name)
  return name
}
