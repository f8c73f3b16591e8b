import type { Measured } from './load.ts'
import type { Contender } from './processes.ts'

/** All that was measured, by scenario, connections and contender; one value a round. */
export type Results = Map<string, Measured[]>

/** Names one cell of the results. */
export function cell(scenario: string, connections: number, contender: Contender['name']): string {
  return `${scenario} ${connections} ${contender}`
}

const names = ['floor', 'product', 'postgraphile'] as const

/** The table of one scenario in Markdown: ratios first, for absolute times belong to one machine. */
export function tableOf(
  results: Results,
  scenario: { name: string; title: string },
  connections: readonly number[],
): string {
  const head = [
    'connections',
    'contender',
    'requests/s',
    'of the floor',
    'of PostGraphile',
    'CPU ms a request',
    'CPU of the floor',
    'p50 ms',
    'p99 ms',
    'failed',
  ]
  const lines = connections.flatMap((count) => {
    const of = (name: Contender['name']) => middle(results.get(cell(scenario.name, count, name)) ?? [])
    const floor = of('floor')
    const peer = of('postgraphile')
    return names.map((name) => {
      const own = of(name)
      return [
        ...[
          String(count),
          name,
          own.perSecond.toFixed(0),
          ratio(own.perSecond, floor.perSecond),
          ratio(own.perSecond, peer.perSecond),
        ],
        ...[
          own.cpuMs.toFixed(2),
          ratio(own.cpuMs, floor.cpuMs),
          own.p50.toFixed(0),
          own.p99.toFixed(0),
          String(own.failed),
        ],
      ]
    })
  })
  return [`### ${scenario.title}`, '', ...aligned([head, ...lines])].join('\n')
}

/** The median of the rounds, each figure for itself; failures are added up. */
function middle(rounds: readonly Measured[]): Measured {
  const median = (pick: (round: Measured) => number) => {
    const sorted = rounds.map(pick).toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  return {
    perSecond: median((round) => round.perSecond),
    cpuMs: median((round) => round.cpuMs),
    p50: median((round) => round.p50),
    p99: median((round) => round.p99),
    total: median((round) => round.total),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
  }
}

function ratio(own: number, other: number): string {
  return other > 0 ? (own / other).toFixed(2) : '-'
}

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padStart(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`
  const [head = [], ...body] = rows
  return [line(head), rule, ...body.map(line)]
}
