import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './Table.module.css'

export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** Any CSS width. */
  width?: string
}

export interface TableProps<Row> {
  /** Names the table for screen readers. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What stands there when no row does. */
  empty?: ReactNode
  onRowClick?: (row: Row) => void
  selectedKey?: string
}

/**
 * Rows and columns for fewer than 200 rows; it scrolls sideways inside itself, never the page. On a
 * narrow screen each row stands as a card: its first cell, under it the others beside the names of their columns.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  onRowClick,
  selectedKey,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} style={{ inlineSize: column.width }}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-selected={selectedKey === rowKey(row) || undefined}
              data-click={onRowClick ? true : undefined}
              onClick={onRowClick && (() => onRowClick(row))}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-align={column.align}
                  data-label={typeof column.head === 'string' ? column.head : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
