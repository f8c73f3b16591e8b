import { workingStretches } from '@sila/domain/calendar'
import type { House } from '../context.ts'
import { composed, read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'
import { expressions, sources } from './expressions.ts'
import type { Source } from './expressions.ts'
import type { ReportAsk } from './report.types.ts'

/** One group as it was counted: a value and a number of cases for each measure, in the order asked for. */
export type Figures = { keys: string[]; values: (number | null)[]; n: number[] }

/** Counts the groups of a report in one statement, in the order of their keys. */
export async function count(house: House, ask: ReportAsk, now: Date, limit: number): Promise<Figures[]> {
  const { text, values } = statementOf(house, ask, now, limit)
  const rows = await read<Record<string, string | number | null>>(ofHouse(house).pool, composed(text, values))
  return rows.map((row) => ({
    keys: ask.by.map((_, index) => String(row[`k${index}`] ?? '')),
    values: ask.measures.map((_, index) => numberOf(row[`v${index}`])),
    n: ask.measures.map((_, index) => numberOf(row[`n${index}`]) ?? 0),
  }))
}

/**
 * Each source is read once, whatever is counted over it; the sources are laid over each other by their keys.
 * Everything that comes from outside is a parameter; the rest are expressions of ours.
 */
function statementOf(house: House, ask: ReportAsk, now: Date, limit: number) {
  const values: unknown[] = [now, ask.period.from, ask.period.to, ...workOf(house, ask, now)]
  const param = (value: unknown) => `$${values.push(value)}`
  const conditions = ask.where.map((each) => ({ dimension: each.dimension, list: param(each.in) }))
  const used = new Set(ask.measures.map((measure) => expressions[measure].source))
  const parts = [...used].map((name) => {
    const { from, at, groups, about }: Source & { groups: Partial<Record<string, string>> } = sources[name]
    const keys = ask.by.map((dimension, index) => `${groups[dimension]} as k${index}`)
    const figures = ask.measures.flatMap((measure, index) => {
      const { source, value, n } = expressions[measure]
      const own = source === name
      return [`(${own ? value : 'null'})::float8 as v${index}`, `(${own ? n : 'null'})::float8 as n${index}`]
    })
    const where = conditions
      .map(({ dimension, list }) => ` and ${groups[dimension]} = any(${list}::text[])`)
      .join('')
    const grouped = keys.length > 0 ? ` group by ${keys.map((_, index) => index + 1).join(', ')}` : ''
    // A complaint reaches whom it is about by no number either: held against the list, one more would tell of it.
    const spared = about && ask.askedBy ? ` and ${about} is distinct from ${param(ask.askedBy)}::uuid` : ''
    return `select ${[...keys, ...figures].join(', ')} from ${from} and ${at} >= $2 and ${at} < $3${where}${spared}${grouped}`
  })
  const keys = ask.by.map((_, index) => `k${index}`)
  const laid = ask.measures.map((_, index) => `max(v${index}) as v${index}, max(n${index}) as n${index}`)
  const grouped = keys.length > 0 ? ` group by ${keys.join(', ')} order by ${keys.join(', ')}` : ''
  // Naming every parameter here gives it a type, whether the measures asked for read it or not.
  const text = `with work as (select $1::timestamptz as now, $4::float8[] as starts, $5::float8[] as lengths, $6::float8[] as before)
    select ${[...keys, ...laid].join(', ')} from (${parts.join(' union all ')}) counted${grouped} limit ${param(limit)}`
  return { text, values }
}

// The calendar as SQL counts with it; what came in the period may have been answered after it.
function workOf(house: House, ask: ReportAsk, now: Date): number[][] {
  if (!ask.measures.includes('MEDIAN_FIRST_ANSWER')) return [[], [], []]
  const until = now > ask.period.to ? now : ask.period.to
  const stretches = workingStretches(house.calendar, ask.period.from, until)
  const lengths = stretches.map(({ start, end }) => (end - start) / 1000)
  let sum = 0
  const before = lengths.map((length) => (sum += length) - length)
  return [stretches.map(({ start }) => start / 1000), lengths, before]
}

function numberOf(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
