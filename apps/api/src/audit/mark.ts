import { createHash, randomBytes } from 'node:crypto'
import type { Keys } from '../keys/keys.ts'
import { auditedTable } from './tables.ts'
import type { AuditedName, AuditedTable, Form } from './tables.ts'
import { tellMarked } from './written.ts'

/** The content of an audited row: each fact as text in the order of the list, and what may be erased. */
export type Content = {
  table: string
  id: string
  facts: readonly (string | null)[]
  erasable?: readonly (string | null)[]
}

/** How long a commitment is; a mark begins with it where something of the row is erasable. */
const commitmentLength = 32

/**
 * The mark with which an audited row is born, and its salt. It commits to the facts for ever, and to what is erasable
 * by a salted digest: once salt and words are destroyed, nobody can guess the words by it, the house included.
 */
export function markOf(
  keys: Keys,
  name: AuditedName,
  row: Readonly<Record<string, unknown>>,
): { salt?: Buffer; mark: Buffer } {
  const table: AuditedTable | undefined = auditedTable(name)
  if (!table) throw new Error(`markOf: ${name} is not audited`)
  const textsOf = (columns: Readonly<Record<string, Form>>) =>
    Object.entries(columns).map(([property, form]) => asText(row[property], form))
  const facts = textsOf(table.facts)
  const content = { table: name, id: String(row['id']), facts }
  tellMarked(content.table, content.id)
  if (!table.erasable) return { mark: makeMark(keys, content) }
  const salt = randomBytes(16)
  return { salt, mark: makeMark(keys, { ...content, erasable: textsOf(table.erasable) }, salt) }
}

/** The mark of a content. */
export function makeMark(keys: Keys, content: Content, salt?: Buffer): Buffer {
  return salt ? sign(keys, content, commit(salt, content.erasable)) : sign(keys, content)
}

/** Whether a mark was made by the house for these facts, whatever became of what is erasable. */
export function isMarked(keys: Keys, content: Content, mark: Buffer): boolean {
  const commitment = content.erasable === undefined ? undefined : mark.subarray(0, commitmentLength)
  return sign(keys, content, commitment).equals(mark)
}

/** Whether what is erasable is what the mark commits to. */
export function isAsCommitted(content: Content, salt: Buffer, mark: Buffer): boolean {
  return commit(salt, content.erasable).equals(mark.subarray(0, commitmentLength))
}

/** The digest of what an erasure left. */
export function remainsOf(erasable: Content['erasable']): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(erasable ?? null))
    .digest()
}

function sign(keys: Keys, { table, id, facts }: Content, commitment: Buffer = Buffer.alloc(0)): Buffer {
  const signed = keys.markRow(JSON.stringify([table, id, facts, commitment.toString('hex')]))
  return Buffer.concat([commitment, signed])
}

function commit(salt: Buffer, erasable: Content['erasable']): Buffer {
  return createHash('sha256')
    .update(salt)
    .update(JSON.stringify(erasable ?? null))
    .digest()
}

/** A value as the database will tell it as text. */
function asText(value: unknown, form: Form): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().replace('Z', '000Z')
  if (Buffer.isBuffer(value)) return value.toString('hex')
  return form !== 'json' && typeof value === 'string' ? value : inOneOrder(value)
}

/** JSON with its keys in one order, as it stands in the database: what is undefined is not there. */
function inOneOrder(value: unknown): string {
  if (value instanceof Exact) return value.source
  if (value === null || typeof value !== 'object' || value instanceof Date)
    return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(inOneOrder).join()}]`
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${inOneOrder(item)}`)
    .join()}}`
}

/** A number that this language cannot hold to its last digit, as it was written. */
class Exact {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** JSON as the database tells it, in one order of keys; not even a digit beyond the reach of a number is lost. */
export function readJson(text: string): string {
  // A reviver is told the source of a number as well (https://tc39.es/proposal-json-parse-with-source/).
  const revive = (...[, value, context]: unknown[]) => {
    const source = sourceOf(context)
    return typeof value === 'number' && source !== String(value) ? new Exact(source ?? 'null') : value
  }
  return inOneOrder(JSON.parse(text, revive))
}

function sourceOf(context: unknown): string | undefined {
  return typeof context === 'object' && context !== null && 'source' in context
    ? String(context.source)
    : undefined
}
