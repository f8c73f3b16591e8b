import { columnOf, personalTables } from './personal-data.ts'
import type { ProcessingLine } from './privacy.types.ts'

/** The register of processing, made of the tags: what is held, what for, how long, and what erasure does with it. */
export const processingRegister: readonly ProcessingLine[] = personalTables.flatMap(
  ([table, { of, columns }]) =>
    Object.entries(columns).flatMap(([property, tag]) =>
      tag ? [{ table, column: columnOf(table, property), subject: of, ...tag }] : [],
    ),
)
