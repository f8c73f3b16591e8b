/** The mark that makes a spreadsheet read UTF-8, or Arabic turns to noise. */
const byteOrderMark = '\uFEFF'

/** One cell of a table to be written out. */
export type Cell = string | number | null

/** A table as CSV (RFC 4180) that Excel opens in Arabic and in which no text can run as a formula. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'
}

/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = harmless(cell)
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A spreadsheet takes text that begins so for a formula, also behind blanks; the apostrophe says that it is text. */
function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex -- a null sign before the formula hides it from other checks
  return /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/u.test(text) || /^[\t\r\n]/u.test(text)
    ? `'${text}`
    : text
}
