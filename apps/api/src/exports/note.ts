import type { ExportedWhat } from '@sila/domain/personal-data'
import { v7 as uuidv7 } from 'uuid'
import type { Execute } from '../jobs.ts'

type Note = {
  what: ExportedWhat
  filter: object
  rows: number
  at: Date
  staffId: string
  beneficiaryId?: string
}

/** Writes down that something is taken out of the house. */
export async function noteExport(execute: Execute, note: Note): Promise<void> {
  await execute(
    `insert into data_export (id, staff_id, what, filter, rows, at, beneficiary_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[uuidv7(), note.staffId, note.what, JSON.stringify(note.filter), note.rows, note.at],
      note.beneficiaryId ?? null,
    ],
  )
}
