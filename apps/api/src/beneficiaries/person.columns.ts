import type { Beneficiary } from './beneficiary.entity.ts'

/** A person as screens read it. A type, not the class: of a class TypeGraphQL would copy every row for every field. */
export type PersonRow = Readonly<Beneficiary>

/** What is read of a person; the table is named b. */
export const personColumns = `b.id, b.number, b.name, b.kind, b.preferred_language as "preferredLanguage",
  b.spoken_languages as "spokenLanguages", b.city, b.segment, b.since`

/** Columns of a person beside a row of another table: what a line in a list shows, or everything. */
export const besideColumns = {
  named: `b.name as "bName"`,
  whole: `b.name as "bName", b.number as "bNumber", b.kind as "bKind", b.preferred_language as "bPreferred",
  b.spoken_languages as "bSpoken", b.city as "bCity", b.segment as "bSegment", b.since as "bSince"`,
}

/** A row with its person's columns beside it. */
export type Beside = {
  beneficiaryId?: string | null
  bName: string | null
  bNumber: string
  bKind: Beneficiary['kind']
  bPreferred: string
  bSpoken: string[]
  bCity: string | null
  bSegment: string | null
  bSince: Date
}

/** The person beside a row; null where there is none. Where only the name was read, nothing else was asked for. */
export function personBeside(row: Beside): PersonRow | null {
  if (!row.beneficiaryId || row.bName === null) return null
  return {
    ...{ id: row.beneficiaryId, name: row.bName, number: row.bNumber, kind: row.bKind, since: row.bSince },
    ...{ preferredLanguage: row.bPreferred, spokenLanguages: row.bSpoken, city: row.bCity },
    ...{ segment: row.bSegment, nameFolded: '', nameKeys: [] },
  }
}

const named = new Set(['__typename', 'id', 'name'])

/** Whether so many fields of a person ask for more than the name. */
export const showsMore = (fields: ReadonlySet<string>) => [...fields].some((field) => !named.has(field))
