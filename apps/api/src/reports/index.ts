// The door to reports: figures from the live data, the same for screens, promises and exports.
import { isAllowed, measures, reportLabel } from '@sila/domain/measure'
import type { MeasureKey } from '@sila/domain/measure'
import { minimumGroup } from '@sila/domain/survey'
import { problemMessage } from '@sila/domain/problem-message'
import type { Context, House } from '../context.ts'
import { demand } from '../context.ts'
import { badArgument } from '../errors.ts'
import { count } from './engine.ts'
import type { Figures } from './engine.ts'
import type { Report, ReportAsk, ReportRow } from './report.types.ts'
import { withheld } from './suppress.ts'

const longest = 10 * 366 * 86_400_000
// Whoever counts ratings reads all groups first: which are withheld depends on the others.
const allGroups = 1000

/**
 * Runs a report.
 * @throws FORBIDDEN, or BAD_USER_INPUT for a period or a breakdown that is not allowed
 */
export async function runReport(ctx: Context, asked: ReportAsk, first: number): Promise<Report> {
  const ask = { ...asked, askedBy: demand(ctx, 'report.read').id }
  check(ctx, ask)
  const rated = ask.measures.includes('CSAT')
  const figures = await count(ctx.house, ask, ctx.now, rated ? allGroups : first + 1)
  const rows = protect(ask, figures)
  return {
    columns: [
      ...ask.by.map((key) => ({ key, label: reportLabel(key, ctx.language), unit: null, type: 'DIMENSION' })),
      ...ask.measures.map((key) => ({
        key,
        label: reportLabel(key, ctx.language),
        unit: measures[key].unit,
        type: 'MEASURE',
      })),
    ],
    rows: rows.slice(0, first),
    period: ask.period,
    n: await total(ctx, ask, figures, rows.length > first),
    truncated: rows.length > first,
  }
}

function check(ctx: Context, ask: ReportAsk) {
  checkPeriod(ctx, ask.period)
  if (ask.measures.length === 0) throw badArgument('measures must name one measure at least')
  if (new Set(ask.measures).size < ask.measures.length)
    throw badArgument('measures must name each measure once')
  if (new Set(ask.by).size < ask.by.length || ask.by.length > 3)
    throw badArgument('by must name each dimension once, three at the most')
  if (ask.where.length > 8) throw badArgument('where may have 8 conditions at the most')
  if (ask.where.some((each) => each.in.length === 0 || each.in.length > 50))
    throw badArgument('in must hold 1 to 50 values')
  for (const dimension of [...ask.by, ...ask.where.map((each) => each.dimension)]) {
    if (ask.measures.every((measure) => isAllowed(measure, dimension))) continue
    throw badArgument(problemMessage({ code: 'DIMENSION_NOT_ALLOWED' }, ctx.language))
  }
}

/**
 * Holds a period to its bounds.
 * @throws BAD_USER_INPUT where it ends before it begins, or is longer than ten years
 */
export function checkPeriod(ctx: Context, { from, to }: { from: Date; to: Date }) {
  if (!(from < to)) throw badArgument(problemMessage({ code: 'PERIOD_INVALID' }, ctx.language))
  if (to.getTime() - from.getTime() > longest) throw badArgument('period may span ten years at the most')
}

function protect(ask: ReportAsk, figures: Figures[]): ReportRow[] {
  const rating = ask.measures.indexOf('CSAT')
  const sizes = figures.map((each) => each.n[rating] ?? 0)
  // Two breakdowns at once, or one within a part, could be subtracted from each other: ratings have one at the most.
  const single =
    new Set([...ask.by, ...ask.where.map((each) => each.dimension)]).size <= 1 && ask.where.length === 0
  const hidden = rating < 0 ? [] : single ? withheld(sizes) : sizes.map((size) => size > 0)
  return figures.map((each, index) => ({
    keys: each.keys,
    values: each.values.map((value, at) => (at === rating && hidden[index] ? null : value)),
    n: each.n[0] ?? 0,
    suppressed: hidden[index] ?? false,
  }))
}

async function total(ctx: Context, ask: ReportAsk, figures: Figures[], truncated: boolean): Promise<number> {
  if (!truncated) return figures.reduce((sum, each) => sum + (each.n[0] ?? 0), 0)
  const [first] = ask.measures
  if (!first) return 0
  const [whole] = await count(ctx.house, { ...ask, measures: [first], by: [] }, ctx.now, 1)
  return whole?.n[0] ?? 0
}

/** A figure of the whole period, and on how many cases it rests; as a share of `of` in percent where that is given. */
export type Figure = { value: number | null; n: number; enough: boolean }

/** Counts one figure for everybody to read: a promise. Too few cases give no value. */
export async function figureOf(
  house: House,
  ask: { measure: MeasureKey; of?: MeasureKey; where?: ReportAsk['where']; period: ReportAsk['period'] },
): Promise<Figure> {
  const asked = [ask.measure, ...(ask.of ? [ask.of] : [])]
  const whole: ReportAsk = { measures: asked, by: [], where: ask.where ?? [], period: ask.period }
  const [figures] = await count(house, whole, house.now(), 1)
  const n = figures?.n.at(-1) ?? 0
  const [value = null, of = null] = figures?.values ?? []
  const share = ask.of ? (value !== null && of ? (100 * value) / of : null) : value
  const enough = n >= minimumGroup
  return { value: enough ? share : null, n, enough }
}
