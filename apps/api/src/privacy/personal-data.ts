import { columnOf as ourColumnOf } from '../database/additions.ts'
import { dataOfMatters } from './data-of-matters.ts'
import { dataOfPeople } from './data-of-people.ts'
import { dataOfStaff } from './data-of-staff.ts'
import type { PersonalTable, PersonalTables } from './personal-table.ts'

/**
 * Every column that holds personal data, each tagged once. The register of processing, the copy a person gets and the
 * erasure are all made of this table; a spec holds it against the database, so that no column is forgotten. The
 * order is that of erasure: a table stands before those by which its rows are found.
 */
export const personalData = { ...dataOfMatters, ...dataOfPeople, ...dataOfStaff } satisfies PersonalTables

/** The same, table by table, for whoever walks it. */
export const personalTables: readonly (readonly [string, PersonalTable])[] = Object.entries(personalData)

/** The column of a property. The sign-in library writes its columns as it writes its properties. */
export function columnOf(table: string, property: string): string {
  return table.startsWith('auth_') ? property : ourColumnOf(property)
}
