// The door out of the house: every file that leaves it is a permission, and is written down before it is given.
import { csvOf } from '@sila/domain/csv'
import type { Cell } from '@sila/domain/csv'
import type { ExportedWhat } from '@sila/domain/personal-data'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { change, executeIn } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { readRegister } from '../privacy/register.ts'
import { tell } from '../graphql/problem.ts'
import { checkPeriod, runReport } from '../reports/index.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { byHouse, ofHouse } from '../walls/actor.ts'
import { noteExport } from './note.ts'
import { maskedRows } from './matter.rows.ts'
import { reportCells } from './report.cells.ts'
import type {
  ExportPayload,
  MatterExportInput,
  RegisterExportInput,
  ReportExportInput,
} from './export.types.ts'

const mostGroups = 1000

/** A report as a file, withheld where its figures are; the same figures as on the screen. */
export async function exportReport(ctx: Context, input: ReportExportInput): Promise<ExportPayload> {
  const me = demand(ctx, 'report.export')
  const { clientMutationId: key, ...ask } = input
  const report = await runReport(ctx, ask, mostGroups)
  const cells = await reportCells(ctx, ask, report)
  return give(ctx, me, { what: 'REPORT', key, filter: ask, cells })
}

/** Matters as a file: what masked eyes see of them, whoever asks, because a file is seen by others too. */
export async function exportMatters(ctx: Context, input: MatterExportInput): Promise<ExportPayload> {
  const me = demand(ctx, 'report.export')
  demand(ctx, input.of === 'INTERACTIONS' ? 'interaction.read' : 'request.read')
  checkPeriod(ctx, input.period)
  const { clientMutationId: key, ...filter } = input
  return give(ctx, me, { what: 'MATTERS', key, filter, cells: await maskedRows(ctx, me, filter) })
}

/** The register of processing as a file. */
export async function exportRegister(ctx: Context, input: RegisterExportInput): Promise<ExportPayload> {
  const me = demand(ctx, 'privacy.read')
  const names = ['table', 'column', 'subject', 'class', 'purpose', 'months', 'exportable', 'erasure'] as const
  const lines = (await readRegister(ctx)).map((line) => names.map((name): Cell => line[name] ?? null))
  return give(ctx, me, {
    ...{ what: 'REGISTER', key: input.clientMutationId, filter: {}, cells: [[...names], ...lines] },
  })
}

type Taken = { what: ExportedWhat; key: string; filter: object; cells: readonly (readonly Cell[])[] }

// Written down first: where that fails, nothing is given.
async function give(
  ctx: Context,
  me: StaffMember,
  { what, key, filter, cells }: Taken,
): Promise<ExportPayload> {
  checkKey(key)
  const rows = cells.length - 1
  const note = { what, filter, rows, at: ctx.now, staffId: me.id }
  const act = { name: 'export.make', key, input: { what, filter } }
  const outcome = await change(byHouse(ctx), act, async (em) => {
    await noteExport(executeIn(em), ctx.house.keys, note)
    const about = { aggregate: 'staff', aggregateId: me.id, visibility: 'STAFF' } as const
    return { result: { what }, event: { ...about, type: 'staff.exported', payload: { what, rows } } }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  // Asked for once more it is given once more, and has left the house twice.
  if (outcome.repeated) {
    const { pool } = ofHouse(ctx.house)
    await noteExport((text, values) => pool.query(text, values), ctx.house.keys, note)
  }
  const name = `sila-${what.toLowerCase()}-${ctx.now.toISOString().slice(0, 10)}.csv`
  return { file: { name, text: csvOf(cells), rows }, problems: [] }
}
