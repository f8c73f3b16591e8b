import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from './place.ts'
import { must } from './see.ts'

type Contact = { name?: string; phone?: string; email?: string }
type More = { kind?: 'COMPLAINT'; about?: string; contact?: Contact }
type Held = { reference: string; secret: string }

/** Sends a question without a browser, by the operation that the portal registered. */
export function submit(text: string, language = 'ar', more: More = {}): Promise<Held> {
  return send('interactionSubmit', language, { kind: 'INQUIRY', text, anonymous: false, ...more })
}

/** Applies for a course without a browser, with a word for those who read it. */
export function applyForCourse(note: string, contact: Contact, language = 'ar'): Promise<Held> {
  const answers = { topic: 'ISLAM', language, section: 'WOMEN', time: 'EVENING', note }
  return send('requestSubmit', language, { service: 'course', formVersion: 1, answers, contact })
}

/** Sends what a field of the schema takes in; its operation has the same name. */
async function send(field: string, language: string, content: object): Promise<Held> {
  const operation = field.replace(/^./u, (sign) => sign.toUpperCase())
  const input = { clientMutationId: randomUUID(), language, ...content }
  const answer = await fetch(`${inject('url')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({
      operationName: operation,
      variables: { input },
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operation) } },
    }),
  })
  const body = (await answer.json()) as { data?: Record<string, { receipt: Held | null }> }
  const receipt = body.data?.[field]?.receipt
  if (!receipt) throw new Error(`${operation} was not taken: ${JSON.stringify(body)}`)
  return receipt
}

function hashOf(operation: string): string {
  const file = join(root, 'apps/portal/dist/persisted-documents.json')
  const registered = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  return must(registered.find(([, text]) => text.includes(`mutation ${operation}(`))?.[0])
}
