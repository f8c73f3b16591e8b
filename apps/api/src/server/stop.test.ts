import { Agent, request } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readConfig } from '../config.ts'
import { makeLog } from '../log.ts'
import { makeSchema } from '../schema.ts'
import { serve } from './server.ts'
import { makeAuth } from '../sessions/auth.ts'
import { key, useApi } from '../testing/api.ts'

const api = useApi()
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const question = (text: string) => ({
  input: { clientMutationId: key(), kind: 'INQUIRY', text, language: 'en', anonymous: true },
})

/** A second server over the same house, to be stopped. */
async function another() {
  const config = readConfig({
    DATABASE_URL: 'postgres://of-the-house',
    PORT: '0',
    SILA_OPEN_OPERATIONS: '1',
    SILA_DEMO: '1',
  })
  const { house } = api
  const auth = makeAuth(house.database.pool, config, house.keys.session)
  return serve({ config, house, auth, schema: makeSchema(), log: makeLog('silent') })
}

const waitingHere = `select 1 from pg_locks l join pg_database d on d.oid = l.database
  where not l.granted and d.datname = current_database()`

type Seen = {
  status?: number
  connection?: string
  body?: any
  refused?: string
  lost?: string
}

/** Asks over a line of the agent, and tells how it ended. */
function ask(port: number, agent: Agent, query: string, variables = {}): Promise<Seen> {
  return new Promise((resolve) => {
    const asking = request(
      {
        port,
        host: '127.0.0.1',
        path: '/graphql',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        let text = ''
        response.on('data', (piece) => (text += String(piece)))
        response.on('error', (error) => resolve({ lost: error.message }))
        response.on('end', () => {
          const { connection } = response.headers
          resolve({
            status: response.statusCode ?? 0,
            ...(connection && { connection }),
            body: JSON.parse(text),
          })
        })
      },
    )
    // A caller who finds the door shut is refused; one whose open line is cut has lost an answer.
    asking.on('error', ({ message }) =>
      resolve(asking.reusedSocket ? { lost: message } : { refused: message }),
    )
    asking.end(JSON.stringify({ query, variables }))
  })
}

test('who asks without pause through a stop gets whole answers, or is refused', async () => {
  const running = await another()
  const seen: Seen[] = []
  let stopped = false
  const hammer = async (agent: Agent) => {
    for (let n = 0; !stopped; n++) {
      const answer = await ask(running.port, agent, submit, question(`through a stop, ${n}`))
      seen.push(answer)
      if (answer.refused) return
    }
  }
  const lines = Array.from({ length: 6 }, () => hammer(new Agent({ keepAlive: true, maxSockets: 1 })))
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBeGreaterThan(30)
  await running.stop()
  stopped = true
  await Promise.all(lines)

  expect(seen.filter(({ lost }) => lost)).toEqual([])
  const answered = seen.filter(({ refused }) => !refused)
  expect(answered.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  const whole = answered.filter(({ status }) => status === 200)
  expect(whole.filter(({ body }) => !body.data?.interactionSubmit.receipt)).toEqual([])
  expect(seen.some(({ refused }) => refused)).toBe(true)
})

test('what runs is finished, and its line is closed', async () => {
  const running = await another()
  const holder = await api.house.database.pool.connect()
  await holder.query('begin')
  await holder.query('lock table interaction in exclusive mode')
  const waiting = ask(running.port, new Agent({ keepAlive: true }), submit, question('held up by a lock'))
  await expect.poll(() => api.sql(waitingHere).then(({ length }) => length)).toBeGreaterThan(0)
  const stopping = running.stop()
  // Longer than lines are kept open for what is on its way.
  await pause(400)
  await holder.query('commit')
  holder.release()

  const { status, connection, body } = await waiting
  expect({ status, connection }).toEqual({ status: 200, connection: 'close' })
  expect(body.data.interactionSubmit.receipt.reference).toBeTruthy()
  await stopping
})

test('who comes too late is bidden to come back, not told of a failure', async () => {
  const running = await another()
  const line = connect(running.port, '127.0.0.1')
  let words = ''
  line.on('data', (piece) => (words += String(piece)))
  const ended = new Promise((resolve) => line.once('close', resolve))
  line.write('GET /readyz HTTP/1.1\r\nhost: of-the-house\r\n')
  await expect.poll(() => connectionsOf(running.server)).toBe(1)
  const stopping = running.stop()
  await pause(400)
  line.write('\r\n')
  await ended
  expect(words).toContain('HTTP/1.1 503')
  expect(words.toLowerCase()).toContain('retry-after: 5')
  await stopping
})

test('live pages are told that the server goes away', async () => {
  const running = await another()
  const closed = new Promise<unknown>((resolve) => {
    const client = createClient({
      url: `ws://127.0.0.1:${running.port}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
      on: { connected: () => void running.stop(), closed: resolve },
    })
    client.on('closed', () => client.dispose())
  })
  expect(await closed).toMatchObject({ code: 1001 })
})

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
