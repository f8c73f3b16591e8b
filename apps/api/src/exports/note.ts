import type { ExportedWhat } from '@sila/domain/personal-data'
import { v7 as uuidv7 } from 'uuid'
import { markOf } from '../audit/mark.ts'
import type { Execute } from '../jobs.ts'
import type { Keys } from '../keys/keys.ts'

type Note = {
  what: ExportedWhat
  filter: object
  rows: number
  at: Date
  /** Empty where nobody was signed in: whoever runs the server took it. */
  staffId: string | null
  beneficiaryId?: string
}

/** Writes down that something is taken out of the house. */
export async function noteExport(execute: Execute, keys: Keys, note: Note): Promise<void> {
  const row = { ...note, id: uuidv7(), beneficiaryId: note.beneficiaryId ?? null }
  const { salt, mark } = markOf(keys, 'data_export', row)
  await execute(
    `insert into data_export (id, staff_id, what, filter, rows, at, beneficiary_id, salt, mark)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.id, row.staffId, row.what, JSON.stringify(row.filter), row.rows, row.at, row.beneficiaryId],
      ...[salt, mark],
    ],
  )
}
