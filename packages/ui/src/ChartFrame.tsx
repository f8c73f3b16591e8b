import type { ReactNode } from 'react'
import { largest, ticksTo, type ChartProps } from './chart.ts'
import styles from './Chart.module.css'

/** The drawing is made in these units and scaled to its box. */
export const width = 560
const margin = { top: 12, bottom: 30, axis: 52, side: 12 }

export interface Plot {
  /** The middle of a category. */
  x: (index: number) => number
  y: (value: number) => number
  /** The width that belongs to one category. */
  band: number
  base: number
}

/**
 * What both charts share. `direction: rtl` would turn the text anchors of an SVG round, so the figure is always
 * ltr; in an rtl page the scale is mirrored by hand: first category and axis at the right.
 */
export function ChartFrame({ draw, ...props }: ChartProps & { draw: (plot: Plot) => ReactNode }) {
  const { title, categories, series, format, dir, height = 260 } = props
  const ticks = ticksTo(largest(series))
  const top = ticks.at(-1) ?? 1
  const base = height - margin.bottom
  const band = (width - margin.axis - margin.side) / Math.max(1, categories.length)
  const mirror = (x: number) => (dir === 'rtl' ? width - x : x)
  const plot: Plot = {
    x: (index) => mirror(margin.axis + band * (index + 0.5)),
    y: (value) => base - (value / top) * (base - margin.top),
    band,
    base,
  }
  const every = Math.ceil(categories.length / 12)
  return (
    <div className={styles.chart} dir={dir}>
      <p className={styles.title} aria-hidden="true">
        {title}
      </p>
      <Legend series={series} />
      <figure dir="ltr" role="img" aria-label={title}>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.svg}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                className={styles.grid}
                x1={mirror(margin.axis)}
                x2={mirror(width - margin.side)}
                y1={plot.y(tick)}
                y2={plot.y(tick)}
              />
              <text
                x={mirror(margin.axis - 8)}
                y={plot.y(tick) + 4}
                textAnchor={dir === 'rtl' ? 'start' : 'end'}
              >
                {format(tick)}
              </text>
            </g>
          ))}
          {categories.map((category, index) =>
            index % every === 0 ? (
              <text
                key={index}
                x={plot.x(index)}
                y={height - 10}
                textAnchor="middle"
                data-every={categories.length > 6 && (index / every) % 2 === 1 ? 'second' : undefined}
              >
                {category}
              </text>
            ) : null,
          )}
          {draw(plot)}
        </svg>
      </figure>
      <DataTable {...props} />
    </div>
  )
}

function Legend({ series }: Pick<ChartProps, 'series'>) {
  if (series.length < 2) return null
  return (
    <ul className={styles.legend} aria-hidden="true">
      {series.map((one, index) => (
        <li key={one.key}>
          <span className={styles.key} data-series={index % 5} />
          {one.name}
        </li>
      ))}
    </ul>
  )
}

/** The same figures in words: for screen readers, for copying, for whoever prefers a table. */
function DataTable({ title, categoryHead, categories, series, format, tableLabel }: ChartProps) {
  return (
    <details className={styles.data}>
      <summary>{tableLabel}</summary>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{categoryHead}</th>
            {series.map((one) => (
              <th key={one.key} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={index}>
              <th scope="row">{category}</th>
              {series.map((one) => (
                <td key={one.key}>{one.values[index] == null ? '–' : format(one.values[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
