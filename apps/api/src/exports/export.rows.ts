import { readPeople } from '../beneficiaries/beneficiary.rows.ts'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { DataExportRow } from '../privacy/rows.ts'
import type { DataExport } from './export.types.ts'

/** What was taken out of the house, newest first; data_export_newest serves it. */
export async function readExports(
  ctx: Context,
  first: number,
  cursor?: string | null,
): Promise<Connection<DataExport>> {
  demand(ctx, 'privacy.read')
  const after = readPageCursor(cursor, 2)
  const rows = await read<DataExportRow>(ctx.house.database.pool, {
    name: after ? 'exports-after' : 'exports',
    text: `select id, staff_id as "staffId", what, filter, rows, at, beneficiary_id as "beneficiaryId" from data_export
      ${after ? 'where (at, id) < ($2::timestamptz, $3::uuid)' : ''} order by at desc, id desc limit $1`,
    values: [first + 1, ...(after ?? [])],
  })
  const page = toPage(rows, first, (row) => [row.at, row.id])
  const staff = await ctx.house.directory.staff()
  const people = await readPeople(
    ctx,
    page.nodes.map(({ beneficiaryId }) => beneficiaryId ?? nobody),
  )
  return {
    ...page,
    nodes: page.nodes.map(({ id, at, what, rows: taken, filter, staffId }, place) => ({
      ...{ id, at, what, rows: taken, filter },
      ...{ by: (staffId && staff.get(staffId)) || null, beneficiary: people[place] ?? null },
    })),
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'
