import { mayExtend, rightState } from '@sila/domain/data-right'
import { readPeople } from '../beneficiaries/beneficiary.rows.ts'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { DataRightRequest } from './right.types.ts'
import type { DataRightRow } from './rows.ts'

const columns = `id, "right", beneficiary_id as "beneficiaryId", channel, text, received_at as "receivedAt", due_at as "dueAt",
  extended_at as "extendedAt", extension_reason as "extensionReason", answered_at as "answeredAt", outcome, answer`

type Row = Omit<DataRightRow, 'recordedBy' | 'answeredBy'>

/** Requests about data: the open ones by their end, or all, newest first; data_right_open and data_right_newest serve it. */
export async function readDataRights(
  ctx: Context,
  ask: { first: number; after?: string | null; open: boolean },
): Promise<Connection<DataRightRequest>> {
  const after = readPageCursor(ask.after, 2)
  const [column, beyond, direction] = ask.open ? ['due_at', '>', 'asc'] : ['received_at', '<', 'desc']
  const conditions = [
    ...(ask.open ? ['answered_at is null'] : []),
    ...(after ? [`(${column}, id) ${beyond} ($2::timestamptz, $3::uuid)`] : []),
  ]
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const rows = await read<Row>(ctx.house.database.pool, {
    name: `data-rights-${ask.open ? 'open' : 'all'}${after ? '-after' : ''}`,
    text: `select ${columns} from data_right ${where} order by ${column} ${direction}, id ${direction} limit $1`,
    values: [ask.first + 1, ...(after ?? [])],
  })
  const page = toPage(rows, ask.first, (row) => [ask.open ? row.dueAt : row.receivedAt, row.id])
  return { ...page, nodes: await complete(ctx, page.nodes) }
}

/** One request; null where there is none. */
export async function readDataRight(ctx: Context, id: string): Promise<DataRightRequest | null> {
  const rows = await read<Row>(ctx.house.database.pool, {
    ...{ name: 'data-right', text: `select ${columns} from data_right where id = $1`, values: [id] },
  })
  return (await complete(ctx, rows))[0] ?? null
}

async function complete(ctx: Context, rows: readonly Row[]): Promise<DataRightRequest[]> {
  const ids = [...new Set(rows.flatMap(({ beneficiaryId }) => beneficiaryId ?? []))]
  const people = new Map((await readPeople(ctx, ids)).map((person) => [person?.id, person]))
  return rows.map(({ beneficiaryId, ...row }) => ({
    ...row,
    beneficiary: (beneficiaryId && people.get(beneficiaryId)) || null,
    state: rightState(row, ctx.now),
    extendable: mayExtend(row, ctx.now),
  }))
}
