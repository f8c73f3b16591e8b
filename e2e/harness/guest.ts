import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from './place.ts'
import { must } from './see.ts'

type More = { about?: string; contact?: { name?: string; phone?: string; email?: string } }

/** Sends a question without a browser, by the operation that the portal registered. */
export async function submit(
  text: string,
  language = 'ar',
  more: More = {},
): Promise<{ reference: string; secret: string }> {
  const input = { clientMutationId: randomUUID(), kind: 'INQUIRY', text, language, anonymous: false, ...more }
  const answer = await fetch(`${inject('url')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({
      operationName: 'InteractionSubmit',
      variables: { input },
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('InteractionSubmit') } },
    }),
  })
  const body = (await answer.json()) as {
    data?: { interactionSubmit: { receipt: { reference: string; secret: string } | null } }
  }
  const receipt = body.data?.interactionSubmit.receipt
  if (!receipt) throw new Error(`The question was not taken: ${JSON.stringify(body)}`)
  return receipt
}

function hashOf(operation: string): string {
  const file = join(root, 'apps/portal/dist/persisted-documents.json')
  const registered = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  return must(registered.find(([, text]) => text.includes(`mutation ${operation}(`))?.[0])
}
