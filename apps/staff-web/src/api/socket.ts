import { ApolloLink, Observable } from '@apollo/client'
import { print } from '@apollo/client/utilities'
import { createClient, type Client, type SubscribePayload } from 'graphql-ws'
import { sessionEnded } from '../session/ended.ts'
import { connection } from './connection.ts'
import { cursorIn } from './cursor.ts'

type Payload = SubscribePayload & { variables: Record<string, unknown> }

/** Subscriptions over one WebSocket; after a cut each feed goes on from the last cursor it saw. */
export class SocketLink extends ApolloLink {
  #client: Client | undefined

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      const persisted = 'persistedQuery' in operation.extensions
      const payload: Payload = {
        operationName: operation.operationName,
        query: persisted ? '' : print(operation.query),
        variables: { ...operation.variables },
        extensions: operation.extensions,
      }
      this.#client ??= openSocket()
      let left = false
      const leave = this.#client.subscribe<Record<string, unknown>, Record<string, unknown>>(payload, {
        next: (result) => {
          const cursor = cursorIn(result.data)
          // The client sends this same payload again when it reconnects.
          if (cursor !== undefined) payload.variables['after'] = cursor
          observer.next(result)
        },
        error: (error) => observer.error(asError(error)),
        complete: () => {
          // The server ends a feed by itself only where it is no longer this person's.
          if (!left) sessionEnded.announce()
          observer.complete()
        },
      })
      return () => {
        left = true
        leave()
      }
    })
  }
}

function openSocket(): Client {
  const url = new URL('/graphql', window.location.href)
  let full = false
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return createClient({
    url: url.href,
    lazy: true,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => waitToRetry(full ? patience : Math.min(5_000, 250 * 2 ** retries)),
    on: {
      connecting: () => connection.set('connecting'),
      connected: () => connection.set('live'),
      closed: (event) => {
        full = isFull(event)
        connection.set(full ? 'full' : 'lost')
        if (isRevoked(event)) sessionEnded.announce()
      },
    },
  })
}

/** Whether the server cut the line because the session is over, or its owner no longer who they were. */
function isRevoked(event: unknown): boolean {
  return event instanceof CloseEvent && (event.code === 4401 || event.code === 4403)
}

/** Whether the server has no room: this session is open in too many windows. It says to try again later. */
function isFull(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === 1013
}

const patience = 30_000

/** Waits, and no longer than until the line is back. */
function waitToRetry(milliseconds: number): Promise<void> {
  const wait = milliseconds + Math.random() * 250
  return new Promise((resolve) => {
    const timer = setTimeout(done, wait)
    window.addEventListener('online', done)
    function done(): void {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
  })
}

function asError(error: unknown): Error {
  if (error instanceof Error) return error
  if (Array.isArray(error)) return new Error(error.map(messageOf).join('; '))
  return new Error('The live connection was closed by the server.')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
