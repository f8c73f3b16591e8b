import { Field, ObjectType } from 'type-graphql'
import { badArgument } from '../errors.ts'

@ObjectType({ description: 'Where a page of a list ends.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind it.' })
  hasNextPage!: boolean

  @Field(() => String, { nullable: true, description: 'Send it as `after` for the next page.' })
  endCursor!: string | null
}

/** One page of a list. */
export type Connection<Node> = { nodes: Node[]; pageInfo: PageInfo }

/** Describes `first` everywhere in the same words. */
export const firstHelp = 'How many at the most, 1 to 100.'
/** Describes `after` everywhere in the same words. */
export const afterHelp = 'The `endCursor` of the page before.'

/**
 * Holds a page size to its bounds.
 * @throws BAD_USER_INPUT outside of 1 to 100
 */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw badArgument('first must be a whole number from 1 to 100')
  return first
}

/** Makes a page of the rows read; one row more than asked for was read to know whether there is more. */
export function toPage<Row>(
  rows: Row[],
  first: number,
  keyOf: (row: Row) => readonly (string | Date)[],
): Connection<Row> {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  return {
    nodes,
    pageInfo: { hasNextPage: rows.length > first, endCursor: last ? writeCursor(keyOf(last)) : null },
  }
}

function writeCursor(key: readonly (string | Date)[]): string {
  const parts = key.map((part) => (part instanceof Date ? part.toISOString() : part))
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * Reads a page cursor that holds so many keys.
 * @throws BAD_USER_INPUT for anything that no page of ours gave
 */
export function readPageCursor(cursor: string | null | undefined, keys: number): string[] | undefined {
  if (!cursor) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === keys && parts.every((part) => typeof part === 'string'))
      return parts
  } catch {
    // Falls through to the refusal.
  }
  throw badArgument('after must be the endCursor of a page of this list')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether the text can be an id of ours; anything else names nothing. */
export function isId(text: string): boolean {
  return uuid.test(text)
}
