import { request } from 'node:http'
import { WebSocket } from 'ws'
import type { HostileOperation } from './corpus.ts'
import type { HostileRequest } from './corpus-http.ts'
import type { HostileFrames } from './corpus-socket.ts'

/** Who attacks: by a cookie, by a key, or as nobody. */
export type Attacker = { name: string; cookie?: string; key?: string }

/** What came of an attack. */
export type Outcome = { refused: boolean; status: number; words: string; took: number }

const headersOf = ({ cookie, key }: Attacker) => ({
  ...(cookie ? { cookie } : {}),
  ...(key ? { authorization: `Bearer ${key}` } : {}),
})

/** Sends an operation over HTTP. */
export function overHttp(url: string, who: Attacker, { query, variables, operationName }: HostileOperation) {
  const body = Buffer.from(JSON.stringify({ query, variables, operationName }))
  return sendRequest(url, who, {
    family: '',
    name: '',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
}

/** Sends a request as it stands; a line that the server cuts is a refusal. */
export function sendRequest(url: string, who: Attacker, asked: HostileRequest): Promise<Outcome> {
  const start = performance.now()
  return new Promise((resolve) => {
    const done = (status: number, words: string) =>
      resolve({ refused: isRefused(status, words), status, words, took: performance.now() - start })
    const asking = request(
      `${url}${asked.path ?? '/graphql'}`,
      { method: asked.method, agent: false, headers: { ...asked.headers, ...headersOf(who) } },
      (response) => {
        let words = ''
        response.on('data', (piece) => (words += String(piece)))
        response.on('error', () => done(400, ''))
        response.on('end', () => done(response.statusCode ?? 0, words))
      },
    )
    asking.on('error', () => done(400, ''))
    asking.end(asked.body)
  })
}

function isRefused(status: number, words: string): boolean {
  if (status >= 400) return true
  try {
    const { errors, data } = JSON.parse(words)
    return (Array.isArray(errors) && errors.length > 0) || hasProblems(data)
  } catch {
    return false
  }
}

/** What a person can put right is refused as data: nothing was done. */
const hasProblems = (data: unknown) =>
  data !== null && typeof data === 'object' && Object.values(data).every((each) => each?.problems?.length > 0)

/** Sends an operation over a live line of its own; the greeting is not part of the time. */
export function overSocket(
  url: string,
  who: Attacker,
  { query, variables, operationName }: HostileOperation,
) {
  const frame = JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables, operationName } })
  return converse(url, who, { name: '', frames: [frame] })
}

/** Sends frames over a live line of its own, until it is refused, answered or cut. */
export function converse(url: string, who: Attacker, { early, frames }: HostileFrames): Promise<Outcome> {
  return new Promise((resolve) => {
    let start = performance.now()
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: headersOf(who),
    })
    const done = (refused: boolean, status: number, words: string) => {
      resolve({ refused, status, words, took: performance.now() - start })
      socket.terminate()
    }
    const attack = () => {
      start = performance.now()
      for (const frame of frames) socket.send(frame)
    }
    socket.on('open', () => (early ? attack() : socket.send('{"type":"connection_init"}')))
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => done(true, code, reason.toString()))
    socket.on('message', (data: Buffer) => {
      const words = data.toString()
      const { type, payload } = JSON.parse(words)
      if (type === 'connection_ack') attack()
      else if (type === 'error') done(true, 400, words)
      else if (type === 'next') done(isRefused(200, JSON.stringify(payload)), 200, words)
    })
  })
}
