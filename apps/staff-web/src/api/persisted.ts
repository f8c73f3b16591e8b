import { ApolloLink } from '@apollo/client'
import type { DocumentNode } from 'graphql'

/** In a build only the hash travels: the API knows the texts of the operations that the build registered. */
const sendsText = import.meta.env.DEV

/** Puts the hash of the registered operation where the API looks for it. */
export function persistedOperation(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const hash = hashOf(operation.query)
    if (sendsText || hash === undefined) return forward(operation)
    operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: hash } }
    operation.setContext((previous) => ({
      ...previous,
      http: { includeQuery: false, includeExtensions: true },
    }))
    return forward(operation)
  })
}

/** The hash that the generator put on the document; Apollo's transforms copy it along. */
export function hashOf(document: DocumentNode): string | undefined {
  const meta: unknown = Object.getOwnPropertyDescriptor(document, '__meta__')?.value
  if (typeof meta !== 'object' || meta === null || !('hash' in meta)) return undefined
  return typeof meta.hash === 'string' ? meta.hash : undefined
}
