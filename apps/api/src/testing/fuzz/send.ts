import { Agent, request } from 'node:http'
import { createClient } from 'graphql-ws'
import type { Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Came } from './claims.ts'
import type { Sender } from './crew.ts'
import type { Operation } from './operation.ts'
import { somethingKnown } from './values.ts'

/** The lines of one round: HTTP that is kept alive, and a live one for each who sends. */
export type Lines = {
  send(sender: Sender, operation: Operation, known: readonly string[]): Promise<Came>
  close(): Promise<void>
}

/** Opens the lines to the house at this address. */
export function openLines(url: string): Lines {
  const live = new Map<string, Client>()
  const agent = new Agent({ keepAlive: true })

  function lineOf({ name, cookie }: Sender): Client {
    const known = live.get(name)
    if (known) return known
    const made = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: cookie ? { cookie } : {} })
        }
      },
    })
    live.set(name, made)
    return made
  }

  return {
    send: (sender, operation, known) => {
      const body = bodyOf(operation, known)
      return operation.live
        ? overLine(lineOf(sender), body, operation.kind === 'subscription')
        : overHttp(agent, url, sender, body)
    },
    async close() {
      agent.destroy()
      for (const line of live.values()) await line.dispose()
    },
  }
}

function bodyOf({ query, variables, operationName }: Operation, known: readonly string[]): string {
  return JSON.stringify({ query, variables, operationName }).replaceAll(
    somethingKnown,
    (_mark, index: string) => JSON.stringify(known[Number(index) % known.length] ?? ''),
  )
}

function overHttp(agent: Agent, url: string, { cookie }: Sender, body: string): Promise<Came> {
  const headers = {
    'content-type': 'application/json',
    'accept-language': 'en',
    ...(cookie && { cookie }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/graphql`,
      { method: 'POST', agent, headers, timeout: 10_000 },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const text = Buffer.concat(parts).toString()
          const { data, errors } = JSON.parse(text)
          resolve({ status: response.statusCode ?? 0, text, data, errors })
        })
      },
    )
    asked.on('timeout', () => asked.destroy(new Error('it took too long')))
    asked.on('error', reject)
    asked.end(body)
  })
}

// A subscription is begun, heard for a moment, and stopped.
const listenFor = 30

function overLine(line: Client, body: string, stays: boolean): Promise<Came> {
  return new Promise((resolve) => {
    const came: Came = { status: 200, text: '' }
    let timer: NodeJS.Timeout
    const done = (more: Partial<Came> = {}) => {
      clearTimeout(timer)
      resolve({ ...came, ...more })
    }
    const stop = line.subscribe(JSON.parse(body), {
      next(item) {
        const { data, errors } = item as unknown as Came
        Object.assign(came, { text: JSON.stringify(item), data, ...(errors && { errors }) })
        if (stays) stop()
      },
      error: (error) => done(Array.isArray(error) ? { errors: error } : cut(error)),
      complete: () => done(),
    })
    timer = setTimeout(
      () => (stays ? (stop(), done()) : done({ status: 599, text: 'no answer' })),
      stays ? listenFor : 10_000,
    )
  })
}

// Who is signed out, or may do something else than before, is hung up on; nobody else is.
function cut(error: unknown): Partial<Came> {
  const { code, reason } = Object(error)
  return code === 4401 || code === 4403
    ? {}
    : { status: 599, text: `the line was cut: ${code} ${reason ?? String(error)}` }
}
