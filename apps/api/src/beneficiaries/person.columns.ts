import type { Beneficiary } from './beneficiary.entity.ts'

/** A person as screens read it. A type, not the class: of a class TypeGraphQL would copy every row for every field. */
export type PersonRow = Readonly<Beneficiary>

/** What is read of a person; the table is named b. */
export const personColumns = `b.id, b.number, b.name, b.kind, b.preferred_language as "preferredLanguage",
  b.spoken_languages as "spokenLanguages", b.city, b.segment, b.since`
