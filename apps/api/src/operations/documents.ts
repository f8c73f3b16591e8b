import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { can } from '@sila/domain/permission'
import { GraphQLError } from 'graphql'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Actor } from '../actors/actor.ts'

/** The operations that the two clients' builds registered, by the SHA-256 of their text. */
export type Documents = Map<string, string>

/** Loads what the builds registered; a missing build registers nothing. */
export function loadDocuments(config: Config): Documents {
  const documents: Documents = new Map()
  for (const client of config.clients ? ['portal', 'staff-web'] : []) {
    const file = join(config.clients, client, 'dist', 'persisted-documents.json')
    if (!existsSync(file)) continue
    const registered = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const [hash, text] of Object.entries(registered)) documents.set(hash, text)
  }
  return documents
}

const asked = z.object({
  query: z.string().nullish(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }).nullish() }).nullish(),
})

/**
 * Finds the text of an operation: a registered one for everybody, one's own only for whoever may use the explorer, and for
 * programs with a key.
 * @throws UNKNOWN_OPERATION
 */
export function operationText(
  documents: Documents,
  config: Config,
  actor: Actor,
  body: unknown,
): string | undefined {
  const read = asked.safeParse(body)
  if (!read.success) return undefined
  const hash = read.data.extensions?.persistedQuery?.sha256Hash
  if (hash) {
    const text = documents.get(hash)
    if (text) return text
    throw unknownOperation()
  }
  const free =
    config.openOperations ||
    (actor.type === 'STAFF' && (actor.key !== undefined || can(actor.staff.viewer, 'explorer.use')))
  if (read.data.query && !free) throw unknownOperation()
  return read.data.query ?? undefined
}

/** Whether a text is an operation of our own clients. */
export function isOurs(documents: Documents): (text: string) => boolean {
  const texts = new Set(documents.values())
  return (text) => texts.has(text)
}

/** Whether a text is run as an operation of our own clients; where every operation is taken, all count as such. */
export function isRegistered(documents: Documents, config: Config): (text: string) => boolean {
  const ours = isOurs(documents)
  return (text) => config.openOperations || ours(text)
}

/** The operation is not one that our clients send. */
export const unknownOperation = () =>
  new GraphQLError(
    'This operation is not registered. Load the page anew; analysts send their own after signing in.',
    {
      extensions: { code: 'UNKNOWN_OPERATION', http: { status: 400 } },
    },
  )
