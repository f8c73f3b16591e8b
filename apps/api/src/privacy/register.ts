import type { Context } from '../context.ts'
import { readTerms } from '../retention/index.ts'
import { columnOf, personalTables } from './personal-data.ts'
import type { ProcessingLine } from './privacy.types.ts'

/** The register of processing, made of the tags: what is held, what for, how long, and what erasure does with it. */
export async function readRegister(ctx: Context): Promise<ProcessingLine[]> {
  const terms = await readTerms(ctx.house.database.pool)
  return personalTables.flatMap(([table, { of, columns }]) =>
    Object.entries(columns).flatMap(([property, tag]) =>
      tag
        ? [
            {
              ...{ table, column: columnOf(table, property), subject: of, ...tag },
              months: terms.get(tag.record) ?? null,
            },
          ]
        : [],
    ),
  )
}
