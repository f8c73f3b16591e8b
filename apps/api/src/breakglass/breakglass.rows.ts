import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import { askedAgain, demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { Look } from '../privacy/person.types.ts'
import type { BreakGlassRow } from '../privacy/rows.ts'
import { opener } from '../privacy/sealed-notes.ts'
import { ofHouse } from '../walls/actor.ts'
import type { BreakGlassFeedItem, BreakGlassOpening, BreakGlassUse } from './breakglass.types.ts'
import { opensNow } from '../walls/conditions.ts'
import { complainsOf } from './opening.ts'

/** Where the reason of a use lies sealed. */
export const placeOf = (id: string) => `break_glass:${id}:sealed_reason`

/** What whoever asks has open now, what shuts first, first. */
export async function readOpenings(ctx: Context): Promise<BreakGlassOpening[]> {
  if (ctx.actor.type !== 'STAFF') return []
  return read<BreakGlassOpening>(ctx.house.database.pool, {
    name: 'openings-of',
    text: `select id, matter_type as "matterType", matter_id as "matterId", reference, until from break_glass g
      where staff_id = $1 and ${opensNow} order by until, id limit 50`,
    values: [ctx.actor.staff.id],
  })
}

type Row = Omit<BreakGlassRow, 'sealedReason'> & {
  sealed: Buffer | null
  endedAt: Date | null
  endedBy: string | null
  open: boolean
}

const uses = `select g.id, g.staff_id as "staffId", g.matter_type as "matterType", g.reference, g.sealed_reason as sealed,
    g.sealed_for as "sealedFor", g.at, g.until, e.at as "endedAt", e.by_id as "endedBy", e.id is null and g.until > now() as open
  from break_glass g left join break_glass_end e on e.break_glass_id = g.id`

// Of a complaint about whoever asks they learn nothing, though they answer for privacy; the wall says the same.
const spared = `not ${complainsOf('g.matter_id', '$1')}`

/** What was opened in emergencies, newest first; break_glass_newest serves it. */
export async function readUses(
  ctx: Context,
  first: number,
  cursor?: string | null,
): Promise<Connection<BreakGlassUse>> {
  const { id: me } = demand(ctx, 'privacy.read')
  const after = readPageCursor(cursor, 2)
  const rows = await read<Row>(ctx.house.database.pool, {
    name: after ? 'break-glass-after' : 'break-glass',
    text: `${uses} where ${spared} ${after ? 'and (g.at, g.id) < ($3::timestamptz, $4::uuid)' : ''} order by g.at desc, g.id desc limit $2`,
    values: [me, first + 1, ...(after ?? [])],
  })
  const page = toPage(rows, first, (row) => [row.at, row.id])
  return { ...page, nodes: await complete(ctx, page.nodes) }
}

const types = /^(interaction|request)\.emergency(Opened|Ended)$/

/** Every opening and every end of one, as it happens; permission is asked again for each. */
export async function* followUses(ctx: Context, after?: string | null): AsyncGenerator<BreakGlassFeedItem> {
  const { id: me } = demand(ctx, 'privacy.read')
  for await (const { cursor, reset, event } of ctx.house.feed.follow(after, ({ type }) => types.test(type))) {
    const now = await askedAgain(ctx, 'privacy.read')
    if (!now) return
    const rows = event
      ? await read<Row>(now.house.database.pool, {
          name: 'break-glass-one',
          text: `${uses} where ${spared} and g.id = $2`,
          values: [me, event.payload['breakGlass']],
        })
      : []
    const [use] = await complete(now, rows)
    // That something happened which is not shown would tell of it.
    if (event && !use) continue
    yield { cursor, reset, use: use ?? null }
  }
}

async function complete(ctx: Context, rows: Row[]): Promise<BreakGlassUse[]> {
  if (rows.length === 0) return []
  const staff = await ctx.house.directory.staff()
  const open = await opener(ofHouse(ctx.house).pool, ctx.house.seals, rows)
  const looks = await looksBy(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const member = staff.get(row.staffId)
    if (!member) return []
    const seen = (looks.get(row.id) ?? []).map((look) => ({ ...look, staff: member, emergency: true }))
    const endedBy = (row.endedBy && staff.get(row.endedBy)) || null
    return [{ ...row, staff: member, endedBy, reason: open(row, placeOf(row.id)), looks: seen }]
  })
}

// A quarter of an hour is one look, so an hour holds few.
async function looksBy(ctx: Context, ids: string[]) {
  const rows = await read<Pick<Look, 'id' | 'what' | 'at'> & { use: string }>(ctx.house.database.pool, {
    name: 'looks-of-uses',
    text: `select id, what, at, break_glass_id as use from look where break_glass_id = any($1::uuid[]) order by at, id`,
    values: [ids],
  })
  return Map.groupBy(rows, ({ use }) => use)
}
