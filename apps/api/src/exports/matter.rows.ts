import type { Cell } from '@sila/domain/csv'
import type { Context } from '../context.ts'
import { composed, read } from '../database/database.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { visibleWhere } from '../visibility/visibility.ts'
import { inNameOf } from '../walls/actor.ts'
import { inLanguage } from '../words.ts'
import type { MatterExportInput } from './export.types.ts'

const most = 10_000

const tables = {
  INTERACTIONS: {
    name: 'interaction',
    permission: 'interaction.read',
    at: 'received_at',
    columns: [
      ...[
        'id',
        'kind',
        'status',
        'channel',
        'language',
        'anonymous',
        'received_at',
        'answered_at',
        'closed_at',
      ],
      ...['escalation_level', 'reopened_count', 'due_at', 'due_met_at'],
    ],
  },
  REQUESTS: {
    name: 'request',
    permission: 'request.read',
    at: 'submitted_at',
    columns: [
      ...[
        'id',
        'service_key',
        'status',
        'language',
        'submitted_at',
        'decided_at',
        'fulfilled_at',
        'closed_at',
      ],
      ...['rejection_code', 'due_at', 'due_met_at'],
    ],
  },
} as const

type Row = Record<string, Cell> & { team_id: string | null; beneficiary_id: string | null }

/** The newest matters of a period as masked eyes see them, the head first; both walls hold as for a screen. */
export async function maskedRows(
  ctx: Context,
  me: StaffMember,
  { of, period }: Omit<MatterExportInput, 'clientMutationId'>,
): Promise<Cell[][]> {
  const { name, permission, at, columns } = tables[of]
  const { viewer } = me
  const staff = { ...me, viewer: { ...viewer, grants: { ...viewer.grants, masked: true } } }
  const eyes = inNameOf(ctx, { type: 'STAFF', staff })
  const values: unknown[] = [period.from, period.to]
  const where = visibleWhere(eyes, permission, 't', (value) => `$${values.push(value)}`)
  const text = `select ${columns.join()}, team_id, beneficiary_id from ${name} t
    where ${[`${at} >= $1`, `${at} < $2`, ...where].join(' and ')} order by ${at} desc, id desc limit ${most}`
  const rows = await read<Row>(eyes.house.database.pool, composed(text, values))
  const teams = await ctx.house.directory.teams()
  const lines = rows.map((row): Cell[] => {
    const team = teams.get(row.team_id ?? '')
    const person = row.beneficiary_id === null ? null : ctx.house.keys.pseudonym(row.beneficiary_id)
    return [
      ...columns.map((column) => row[column] ?? null),
      ...[team ? inLanguage(team.nameWords, ctx.language) : null, person],
    ]
  })
  return [[...columns, 'team', 'person'], ...lines]
}
