import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { language } from './language.ts'

/** What the API is told about an operation: its registered hash, or (while developing) its text. */
export async function requestOf(document: object): Promise<Record<string, unknown>> {
  if (import.meta.env.DEV && 'kind' in document) {
    const { print } = await import('graphql')
    // @ts-expect-error -- only in development; a document made by codegen is a DocumentNode
    return { query: print(document) }
  }
  return { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } }
}

/** The hash under which the build registered the operation. */
export function hashOf(document: object): string {
  const meta = '__meta__' in document ? document.__meta__ : undefined
  return typeof meta === 'object' && meta && 'hash' in meta ? String(meta.hash) : ''
}

/** The name under which the operation appears in the API's logs. */
export function nameOf(document: TypedDocumentNode<unknown, never>): string | undefined {
  return document.definitions.find((definition) => definition.kind === 'OperationDefinition')?.name?.value
}

/** Asks the API one thing without a client: what the first page shows of the world does not need a cache. */
export async function fetchOperation<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const body = { operationName: nameOf(document), variables, ...(await requestOf(document)) }
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': '1',
      'accept-language': language(),
    },
    body: JSON.stringify(body),
  })
  const answer: { data?: Result | null } = await response.json()
  if (!answer.data) throw new Error(`no data for ${body.operationName}`)
  return answer.data
}
