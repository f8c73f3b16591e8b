import { besideColumns, personBeside } from '../beneficiaries/person.columns.ts'
import type { Beside } from '../beneficiaries/person.columns.ts'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { composed, read, sizeOf } from '../database/database.ts'
import { dueOf } from '../matters/due.ts'
import { mayOn, visibleWhere } from '../visibility/visibility.ts'
import { foundIds } from '../visibility/search.ts'
import { inboxWhere, orders } from './interaction.filter.ts'
import type { InteractionFilter, InteractionSort } from './interaction.filter.ts'
import type { Interaction } from './interaction.entity.ts'
import { ownersOf } from './owner.ts'
import { presentColumn } from './presence.ts'
import type { Present } from './presence.ts'

/** An interaction as screens read it: a plain row with its person and its owners beside it. */
export type InteractionRow = Interaction & { sortAt: Date; present?: Present[] | null }

const columns = `i.id, i.reference, i.kind, i.status, i.channel, i.language, i.subject, i.preview, i.anonymous,
  i.received_at as "receivedAt", i.last_activity_at as "lastActivityAt", i.answered_at as "answeredAt", i.closed_at as "closedAt",
  i.due_at as "dueAt", i.due_started_at as "dueStartedAt", i.due_paused_at as "duePausedAt", i.due_met_at as "dueMetAt",
  i.version, i.escalation_level as "escalationLevel", i.waiting_reason as "waitingReason", i.assignee_id as "assigneeId", i.team_id as "teamId",
  i.sensitivity, i.circle, i.about_staff_id as "aboutStaffId",
  i.first_decider_id as "firstDeciderId",
  i.beneficiary_id as "beneficiaryId", i.open,
  (i.last_inbound_at is not null and (r.at is null or r.at < i.last_inbound_at)) as unread`
const joins = `left join beneficiary b on b.id = i.beneficiary_id
  left join interaction_read r on r.interaction_id = i.id and r.staff_id = $1`

type Flat = InteractionRow & Beside

const nobody = '00000000-0000-0000-0000-000000000000'

/** One page of the inbox in one statement; every folder and order has its index. */
export async function readInbox(
  ctx: Context,
  ask: {
    first: number
    after?: string | null
    where?: InteractionFilter | null
    sort?: InteractionSort | null
    /** Whether more of the people is shown than their names. */
    wholePeople: boolean
  },
): Promise<Connection<InteractionRow>> {
  const order = orders[ask.sort ?? 'LAST_ACTIVITY']
  const values: unknown[] = [viewer(ctx)]
  const param = (value: unknown) => `$${values.push(value)}`
  const conditions = [...inboxWhere(ctx, ask.where ?? {}, param), ...order.where]
  conditions.push(...visibleWhere(ctx, 'interaction.read', 'i', param))
  const after = readPageCursor(ask.after, 2)
  if (after)
    conditions.push(
      `(${order.column}, i.id) ${order.beyond} (${param(after[0])}::timestamptz, ${param(after[1])}::uuid)`,
    )

  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const person = ask.wholePeople ? besideColumns.whole : besideColumns.named
  const sorted = `order by ${order.column} ${order.direction}, i.id ${order.direction}`
  const { folder: _, ...filter } = ask.where ?? {}
  const page = `${where} ${sorted} limit ${sizeOf(ask.first + 1, filter, param)}`
  const rowsBy = (which: string, given: unknown[]) => {
    const text = `select ${columns}, ${person}, ${order.column} as "sortAt" from interaction i ${joins} ${which}`
    return read<Flat>(ctx.house.database.pool, composed(text, given))
  }
  const rows = ask.where?.search?.trim()
    ? await rowsBy(`where i.id = any($2::uuid[]) ${sorted}`, [
        viewer(ctx),
        await foundIds(ctx, `select i.id from interaction i ${joins} ${page}`, values),
      ])
    : await rowsBy(page, values)
  return toPage(await complete(ctx, rows), ask.first, (row) => [row.sortAt, row.id])
}

/** The interactions with these ids, in their order; what does not exist, or is not for whoever asks, is null. */
export async function readInteractions(
  ctx: Context,
  ids: readonly string[],
): Promise<(InteractionRow | null)[]> {
  const [only] = ids
  if (only && ids.length === 1) return [await readInteraction(ctx, only)]
  const rows = await read<Flat>(ctx.house.database.pool, {
    name: 'interactions-by-id',
    text: `select ${columns}, ${besideColumns.whole}, i.last_activity_at as "sortAt" from interaction i ${joins} where i.id = any($2::uuid[])`,
    values: [viewer(ctx), ids],
  })
  const seen = rows.filter((row) => mayOn(ctx, 'interaction.read', row))
  const byId = new Map((await complete(ctx, seen)).map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

// One id stands for itself: of a list PostgreSQL does not know the length, so it would plan anew each time.
const one = `select ${columns}, ${besideColumns.whole}, i.last_activity_at as "sortAt", ${presentColumn} from interaction i ${joins} where i.id = $2::uuid`

/** One interaction, with who has it open now; null where there is none for whoever asks. */
export async function readInteraction(ctx: Context, id: string): Promise<InteractionRow | null> {
  const values = [viewer(ctx), id]
  const rows = await read<Flat>(ctx.house.database.pool, { name: 'interaction-by-id', text: one, values })
  const seen = rows.filter((row) => mayOn(ctx, 'interaction.read', row))
  return (await complete(ctx, seen))[0] ?? null
}

function viewer(ctx: Context): string {
  return ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : nobody
}

/** Puts beside the rows what does not lie in their table; nothing is copied. */
async function complete(ctx: Context, rows: Flat[]): Promise<InteractionRow[]> {
  const owners = await ownersOf(ctx.house)
  for (const row of rows) Object.assign(row, { beneficiary: personBeside(row), due: dueOf(row) }, owners(row))
  return rows
}
