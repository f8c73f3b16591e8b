import { cleanText } from './text.ts'

/** The mark that makes a spreadsheet read UTF-8, or Arabic turns to noise. */
const byteOrderMark = '\uFEFF'

/** One cell of a table to be written out. */
export type Cell = string | number | boolean | Date | null

/** A table as CSV (RFC 4180) that Excel opens in Arabic and in which no text can run as a formula. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return String(cell)
  const safe = harmless(plain(cell))
  return /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// Marks of direction go as well: in a cell of a spreadsheet they hide what stands behind them.
function plain(text: string): string {
  return cleanText(text).replaceAll(/[\u200e\u200f\u061c]/gu, '')
}

/** A spreadsheet takes text that begins so for a formula; the apostrophe says that it is text. */
function harmless(text: string): string {
  return /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/u.test(text) ? `'${text}` : text
}
