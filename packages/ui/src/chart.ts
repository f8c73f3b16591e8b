export interface Series {
  key: string
  name: string
  /** One for each category; null where nothing may be shown (too few answers). */
  values: readonly (number | null)[]
}

export interface ChartProps {
  title: string
  /** What the categories are ("Month"), for the head of the data table. */
  categoryHead: string
  categories: readonly string[]
  series: readonly Series[]
  format: (value: number) => string
  /** The page's direction: in "rtl" the first category stands at the right. */
  dir: 'rtl' | 'ltr'
  height?: number
  /** The words that open the data table. */
  tableLabel: string
}

/** The ticks of an axis from zero to at least `max`, on round numbers. */
export function ticksTo(max: number, count = 4): number[] {
  if (max <= 0) return [0, 1]
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((round) => round * power >= rough) ?? 10) * power
  const ticks = Math.ceil(max / step - 1e-9)
  return Array.from({ length: ticks + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/** The largest value that is drawn. */
export function largest(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)))
}
