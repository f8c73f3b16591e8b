import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { composed, read } from '../database/database.ts'
import type { SurveyInvitation } from '../surveys/invitation.entity.ts'
import type { Beneficiary } from './beneficiary.entity.ts'
import { visibleWhere } from '../visibility/visibility.ts'
import { searchPeople } from './beneficiary.search.ts'
import { personColumns } from './person.columns.ts'

/** The people with these ids, in their order; who does not exist is null. */
export async function readPeople(ctx: Context, ids: readonly string[]): Promise<(Beneficiary | null)[]> {
  const rows = await read<Beneficiary>(ctx.house.database.pool, {
    name: 'people-by-id',
    text: `select ${personColumns} from beneficiary b where b.id = any($1::uuid[])`,
    values: [ids],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

type Ask = { first: number; after?: string | null; search?: string | null }

/** One page of people: the newest first, or the best hits of a search first; beneficiary_newest serves the former. */
export async function readRegister(ctx: Context, ask: Ask): Promise<Connection<Beneficiary>> {
  if (ask.search?.trim()) return searchPeople(ctx, { ...ask, search: ask.search })
  const after = readPageCursor(ask.after, 2)
  const text = `select ${personColumns} from beneficiary b ${after ? 'where (b.since, b.id) < ($1::timestamptz, $2::uuid)' : ''}
      order by b.since desc, b.id desc limit ${ask.first + 1}`
  const rows = await read<Beneficiary>(ctx.house.database.pool, composed(text, after ?? []))
  return toPage(rows, ask.first, (row) => [row.since, row.id])
}

/**
 * One page of a person's invitations to rate, newest first; of matters that whoever asks may see, because each names one.
 */
export async function readInvitations(
  ctx: Context,
  beneficiaryId: string,
  first: number,
  cursor?: string | null,
): Promise<Connection<SurveyInvitation>> {
  const after = readPageCursor(cursor, 2)
  const values: unknown[] = [first + 1, beneficiaryId, ...(after ?? [])]
  const ofVisible = (table: 'interaction' | 'request') => {
    const where = visibleWhere(ctx, `${table}.read`, 'm', (value) => `$${values.push(value)}`)
    return `exists (select from ${table} m where ${[`m.id = s.${table}_id`, ...where].join(' and ')})`
  }
  const text = `select s.id, s.at, s.answered, s.reference from survey_invitation s
    where s.beneficiary_id = $2 ${after ? 'and (s.at, s.id) < ($3::timestamptz, $4::uuid)' : ''}
      and (${ofVisible('interaction')} or ${ofVisible('request')}) order by s.at desc, s.id desc limit $1`
  const rows = await read<SurveyInvitation>(ctx.house.database.pool, composed(text, values))
  return toPage(rows, first, (row) => [row.at, row.id])
}
