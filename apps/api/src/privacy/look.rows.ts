import { isUnusualLooking, medianOf } from '@sila/domain/personal-data-looks'
import type { LookedAt } from '@sila/domain/personal-data-looks'
import type { ErasureGround } from '@sila/domain/personal-data'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import { lookedUnseen } from '../breakglass/opening.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { Erasure, LegalHold, Look, LookSummary } from './person.types.ts'

type LookLine = { id: string; staffId: string; what: LookedAt; at: Date; emergency: boolean }

/** Who looked at a person, newest first; look_person serves it. */
export async function readLooks(
  ctx: Context,
  beneficiaryId: string,
  first: number,
  cursor?: string | null,
): Promise<Connection<Look>> {
  const { id: me } = demand(ctx, 'privacy.read')
  const after = readPageCursor(cursor, 2)
  const rows = await read<LookLine>(ctx.house.database.pool, {
    name: after ? 'looks-after' : 'looks',
    text: `select id, staff_id as "staffId", what, at, break_glass_id is not null as emergency from look
      where beneficiary_id = $2 and not ${lookedUnseen('$3')} ${after ? 'and (at, id) < ($4::timestamptz, $5::uuid)' : ''} order by at desc, id desc limit $1`,
    values: [first + 1, beneficiaryId, me, ...(after ?? [])],
  })
  const staff = await ctx.house.directory.staff()
  const page = toPage(rows, first, (row) => [row.at, row.id])
  return {
    ...page,
    nodes: page.nodes.flatMap(({ staffId, ...look }) => {
      const member = staff.get(staffId)
      return member ? [{ ...look, staff: member }] : []
    }),
  }
}

const counts = `select staff_id as "staffId", (count(distinct beneficiary_id) filter (where what <> 'LIST'))::int as people,
    (count(distinct beneficiary_id) filter (where what = 'LIST'))::int as listed, count(*)::int as looks
  from look where at >= $1 and not ${lookedUnseen('$2')} group by staff_id order by people desc, listed desc, staff_id`

/** How many people each colleague looked at, held against the middle: browsing shows here. */
export async function countLooks(ctx: Context, since: Date): Promise<LookSummary> {
  const { id: me } = demand(ctx, 'privacy.read')
  const rows = await read<{ staffId: string; people: number; listed: number; looks: number }>(
    ctx.house.database.pool,
    {
      ...{ name: 'look-counts', text: counts, values: [since, me] },
    },
  )
  const median = medianOf(rows.map(({ people }) => people))
  const inLists = medianOf(rows.map(({ listed }) => listed))
  const staff = await ctx.house.directory.staff()
  return {
    median,
    counts: rows.slice(0, 100).flatMap(({ staffId, people, listed, looks }) => {
      const member = staff.get(staffId)
      const unusual = isUnusualLooking(people, median) || isUnusualLooking(listed, inLists, 'listed')
      return member ? [{ staff: member, people, listed, looks, unusual }] : []
    }),
  }
}

/** The newest hundred holds of a person. */
export function readHolds(ctx: Context, beneficiaryId: string): Promise<LegalHold[]> {
  demand(ctx, 'privacy.read')
  return read<LegalHold>(ctx.house.database.pool, {
    name: 'holds',
    text: `select id, reason, placed_at as "placedAt", lifted_at as "liftedAt" from legal_hold
      where beneficiary_id = $1 order by placed_at desc, id desc limit 100`,
    values: [beneficiaryId],
  })
}

type ErasureLine = { id: string; at: Date; byId: string; ground: ErasureGround; rows: number }

/** Erasures, newest first; erasure_newest serves it. */
export async function readErasures(
  ctx: Context,
  first: number,
  cursor?: string | null,
): Promise<Connection<Erasure>> {
  demand(ctx, 'privacy.read')
  const after = readPageCursor(cursor, 2)
  const rows = await read<ErasureLine>(ctx.house.database.pool, {
    name: after ? 'erasures-after' : 'erasures',
    text: `select id, at, by_id as "byId", ground, rows from erasure
      ${after ? 'where (at, id) < ($2::timestamptz, $3::uuid)' : ''} order by at desc, id desc limit $1`,
    values: [first + 1, ...(after ?? [])],
  })
  const staff = await ctx.house.directory.staff()
  const page = toPage(rows, first, (row) => [row.at, row.id])
  return { ...page, nodes: page.nodes.map((row) => ({ ...row, by: staff.get(row.byId) ?? null })) }
}
