import type { ChartProps } from './chart.ts'
import { ChartFrame } from './ChartFrame.tsx'
import styles from './Chart.module.css'

export type { ChartProps, Series } from './chart.ts'

/** Upright bars, grouped by category. */
export function BarChart(props: ChartProps) {
  const { series, categories, dir, format } = props
  return (
    <ChartFrame
      {...props}
      draw={({ x, y, band, base }) => {
        const bar = Math.min(36, (band * 0.68) / series.length)
        const turn = dir === 'rtl' ? -1 : 1
        return series.map((one, row) =>
          one.values.map((value, index) => {
            if (value === null) return null
            const middle = x(index) + turn * bar * (row - (series.length - 1) / 2)
            return (
              <rect
                key={`${one.key}-${index}`}
                className={styles.bar}
                data-series={row % 5}
                x={middle - bar / 2 + 1}
                y={y(value)}
                width={Math.max(1, bar - 2)}
                height={base - y(value)}
                rx={3}
              >
                <title>{`${categories[index] ?? ''}: ${format(value)}`}</title>
              </rect>
            )
          }),
        )
      }}
    />
  )
}
