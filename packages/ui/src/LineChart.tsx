import type { ChartProps } from './chart.ts'
import { ChartFrame, type Plot } from './ChartFrame.tsx'
import styles from './Chart.module.css'

/** Lines over time; a gap stays a gap. */
export function LineChart(props: ChartProps) {
  const { series, categories, format } = props
  return (
    <ChartFrame
      {...props}
      draw={(plot) =>
        series.map((one, row) => (
          <g key={one.key} data-series={row % 5} className={styles.line}>
            <path d={pathOf(one.values, plot)} />
            {one.values.map((value, index) =>
              value === null ? null : (
                <circle key={index} cx={plot.x(index)} cy={plot.y(value)} r={3.5}>
                  <title>{`${categories[index] ?? ''}: ${format(value)}`}</title>
                </circle>
              ),
            )}
          </g>
        ))
      }
    />
  )
}

function pathOf(values: readonly (number | null)[], { x, y }: Plot): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const before = values[index - 1]
      return `${before === null || before === undefined ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}
