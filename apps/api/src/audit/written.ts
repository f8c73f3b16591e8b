import { AsyncLocalStorage } from 'node:async_hooks'

/** An audited row by its table and id. */
export type WrittenRow = { table: string; id: string }

/**
 * What this process has committed to the audit trail and not seen sealed yet. Whoever deletes a row in the moment before
 * it is sealed leaves no trace in the database; but the process that wrote it still knows of it, and looks for it.
 */
export type Written = {
  /** Does work that ends with a commit: once it is through, what was marked in it is known to be written. */
  through<Result>(work: () => Promise<Result>): Promise<Result>
  /** Knows of rows that were committed. */
  add(rows: readonly WrittenRow[]): void
  /** What was not seen sealed yet. */
  waiting(): WrittenRow[]
  /** It was seen sealed, or its loss was. */
  forget(rows: readonly WrittenRow[]): void
}

const marking = new AsyncLocalStorage<WrittenRow[]>()

/** Tells whoever does this work that a row was marked in it. */
export function tellMarked(table: string, id: string): void {
  marking.getStore()?.push({ table, id })
}

/** The most that is remembered: more than is written while a running transaction holds the sealing back a minute. */
const most = 100_000

/** Begins with nothing. */
export function makeWritten(): Written {
  const waiting = new Map<string, WrittenRow>()
  const add = (rows: readonly WrittenRow[]) => {
    for (const row of rows) if (waiting.size < most) waiting.set(`${row.table} ${row.id}`, row)
  }
  return {
    async through(work) {
      const marked: WrittenRow[] = []
      const result = await marking.run(marked, work)
      add(marked)
      return result
    },
    add,
    waiting: () => [...waiting.values()],
    forget(rows) {
      for (const { table, id } of rows) waiting.delete(`${table} ${id}`)
    },
  }
}
