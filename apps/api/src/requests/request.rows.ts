import { besideColumns, personBeside } from '../beneficiaries/person.columns.ts'
import type { Beside } from '../beneficiaries/person.columns.ts'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { composed, read, sizeOf } from '../database/database.ts'
import { dueOf } from '../matters/due.ts'
import { ownersOf } from '../interactions/owner.ts'
import { openAnswers, readsIdentities } from '../privacy/sealed-answers.ts'
import { ofHouse } from '../walls/actor.ts'
import type { Request } from './request.entity.ts'
import { mayOn, visibleWhere } from '../visibility/visibility.ts'
import { foundIds } from '../visibility/search.ts'
import { requestWhere } from './request.filter.ts'
import type { RequestFilter } from './request.filter.ts'

/** A request as screens read it: a plain row with its person and its owners beside it. */
export type RequestRow = Request

const columns = `r.id, r.reference, r.service_key as "serviceKey", r.status, r.form_version as "formVersion", r.answers, r.language,
  r.beneficiary_id as "beneficiaryId", r.assignee_id as "assigneeId", r.team_id as "teamId",
  r.sensitivity, r.circle, r.about_staff_id as "aboutStaffId", r.first_decider_id as "firstDeciderId", r.submitted_at as "submittedAt",
  r.last_activity_at as "lastActivityAt", r.decided_at as "decidedAt", r.fulfilled_at as "fulfilledAt", r.external_reference as "externalReference",
  r.lodged_at as "lodgedAt", r.external_decided_at as "externalDecidedAt", r.contact_due_at as "contactDueAt", r.contacted_at as "contactedAt",
  r.rejection_code as "rejectionCode", r.rejection_text as "rejectionText", r.needed_items as "neededItems", r.deliverable, r.version, r.open,
  r.due_at as "dueAt", r.due_started_at as "dueStartedAt", r.due_paused_at as "duePausedAt", r.due_met_at as "dueMetAt"`
const from = `request r left join beneficiary b on b.id = r.beneficiary_id`

type Flat = RequestRow & Beside

type Ask = { first: number; after?: string | null; where?: RequestFilter | null; beneficiaryId?: string }

/** One page of the queue, newest activity first, in one statement; request_open, request_all and request_person serve it. */
export async function readQueue(ctx: Context, ask: Ask): Promise<Connection<RequestRow>> {
  const values: unknown[] = []
  const param = (value: unknown) => `$${values.push(value)}`
  const conditions = requestWhere(ask.where ?? {}, param)
  conditions.push(...visibleWhere(ctx, 'request.read', 'r', param))
  if (ask.beneficiaryId) conditions.push(`r.beneficiary_id = ${param(ask.beneficiaryId)}`)
  const after = readPageCursor(ask.after, 2)
  if (after)
    conditions.push(
      `(r.last_activity_at, r.id) < (${param(after[0])}::timestamptz, ${param(after[1])}::uuid)`,
    )

  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const sorted = 'order by r.last_activity_at desc, r.id desc'
  const { open: _, ...filter } = ask.where ?? {}
  const page = `${where} ${sorted} limit ${sizeOf(ask.first + 1, filter, param)}`
  const rowsBy = (which: string, given: unknown[]) => {
    const text = `select ${columns}, ${besideColumns.whole} from ${from} ${which}`
    return read<Flat>(ctx.house.database.pool, composed(text, given))
  }
  const rows = ask.where?.search?.trim()
    ? await rowsBy(`where r.id = any($1::uuid[]) ${sorted}`, [
        await foundIds(ctx, `select r.id from request r ${page}`, values),
      ])
    : await rowsBy(page, values)
  return toPage(await complete(ctx, rows), ask.first, (row) => [row.lastActivityAt, row.id])
}

/** The requests with these ids, in their order; what does not exist, or is not for whoever asks, is null. */
export async function readRequests(ctx: Context, ids: readonly string[]): Promise<(RequestRow | null)[]> {
  const text = `select ${columns}, ${besideColumns.whole} from ${from} where r.id = any($1::uuid[])`
  const rows = await read<Flat>(ctx.house.database.pool, { name: 'requests-by-id', text, values: [ids] })
  const seen = rows.filter((row) => mayOn(ctx, 'request.read', row))
  const byId = new Map((await complete(ctx, seen)).map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** Puts beside the rows what does not lie in their table; nothing is copied. */
async function complete(ctx: Context, rows: Flat[]): Promise<RequestRow[]> {
  await openAnswers(ofHouse(ctx.house).pool, ctx.house.seals, rows, readsIdentities(ctx.actor))
  const owners = await ownersOf(ctx.house)
  for (const row of rows) Object.assign(row, { beneficiary: personBeside(row), due: dueOf(row) }, owners(row))
  return rows
}
