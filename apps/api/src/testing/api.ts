import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-ws'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, inject } from 'vitest'
import { WebSocket } from 'ws'
import { readConfig } from '../config.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { makeSchema } from '../schema.ts'
import { seedEssentials } from '../seeds/essentials.ts'
import { serve } from '../server/server.ts'
import type { Running } from '../server/server.ts'
import { createUser, makeAuth } from '../sessions/auth.ts'
import type { House } from '../context.ts'
import { template, withDatabase } from './global-setup.ts'
import { people } from './people.ts'
import type { StaffName } from './people.ts'

/** What GraphQL answered. */
export type Answer = {
  status: number
  data: any
  errors?: { message: string; extensions?: Record<string, unknown> }[]
}

/** Somebody who speaks to the API over HTTP and WebSocket. */
export type Speaker = {
  /** What the browser of the speaker would send; nothing for a guest. */
  cookie: string
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>
  watch(query: string, variables?: Record<string, unknown>): Watch
}

/** A subscription that a spec reads item by item. */
export type Watch = { next(): Promise<any>; stop(): void }

/** The whole house on a database of its own, for one spec file. */
export type TestApi = {
  url: string
  house: House
  guest: Speaker
  as(name: StaffName): Promise<Speaker>
  sql<Row extends object = any>(text: string, values?: unknown[]): Promise<Row[]>
  idOf(name: StaffName): string
  /** One more process on the same database, as behind a load balancer; taken down after the file. */
  anotherNode(environment?: Record<string, string>): Promise<string>
  /** Turns the clock; real time again where nothing is given. */
  setNow(now?: Date): void
}

/** A key for one intention. */
export const key = () => randomUUID()

/** Starts the house before the specs of a file and takes it down after them. */
export function useApi(environment: Record<string, string> = {}): TestApi {
  let running: Running
  let close: () => Promise<void>
  const others: (() => Promise<void>)[] = []
  let house: House
  let frozen: Date | undefined
  const name = `spec_${randomUUID().replaceAll('-', '')}`
  const ids = new Map<string, string>()
  const cookies = new Map<string, string>()
  const server = inject('databaseServer')
  const databaseUrl = withDatabase(server, name)
  // What a spec looks at or arranges, it does as the owner of the tables, whom no wall holds.
  const folder = mkdtempSync(join(tmpdir(), 'sila-files-'))
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  owner.on('error', () => undefined)

  const configOf = (more: Record<string, string> = {}) =>
    readConfig({
      DATABASE_URL: databaseUrl,
      PORT: '0',
      SILA_OPEN_OPERATIONS: '1',
      SILA_LOG: 'silent',
      SILA_DEMO: '1',
      // What guests are held to is told by specs of its own; the others all come from one network.
      SILA_GUEST_LIMITS: '0',
      SILA_FILES: folder,
      ...environment,
      ...more,
    })

  beforeAll(async () => {
    await onServer(server, `create database ${name} template ${template}`)
    const config = configOf()
    const log = makeLog(config.log)
    const opened = await openHouse(config, log, () => frozen ?? new Date())
    ;({ house, close } = opened)
    const auth = makeAuth(house.database.pool, config, house.keys.session)
    await seedEssentials(house.database.pool, new Date())
    const team = uuidv7()
    await house.database.pool.query(
      `insert into team (id, name, languages) values ($1, '{"ar":"فريق الاستقبال","en":"Front desk"}', '{ar,en}')`,
      [team],
    )
    for (const [short, person] of Object.entries(people)) {
      const id = uuidv7()
      ids.set(short, id)
      const user = await createUser(auth, person)
      await house.database.pool.query(
        `insert into staff (id, user_id, name, email, role, languages, team_id) values ($1,$2,$3,$4,$5,$6,$7)`,
        [id, user, person.name, person.email, person.role, person.languages, team],
      )
    }
    house.directory.forget()
    running = await serve({ config, house, auth, schema: makeSchema(), log })
  })

  afterAll(async () => {
    for (const stop of others.splice(0)) await stop()
    await running?.stop()
    await close?.()
    await owner.end()
    rmSync(folder, { recursive: true, force: true })
    await onServer(server, `drop database if exists ${name} with (force)`)
  })

  const base = () => `http://127.0.0.1:${running.port}`
  return {
    get url() {
      return base()
    },
    get house() {
      return house
    },
    guest: speaker(base),
    async as(who) {
      const known = cookies.get(who)
      if (known) return speaker(base, known)
      const { email, password } = people[who]
      const response = await fetch(`${base()}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: base() },
        body: JSON.stringify({ email, password }),
      })
      if (!response.ok)
        throw new Error(`sign-in of ${who} failed: ${response.status} ${await response.text()}`)
      const cookie = response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ')
      cookies.set(who, cookie)
      return speaker(base, cookie)
    },
    sql: async (text, values) => (await owner.query(text, values)).rows,
    idOf: (who) => ids.get(who) ?? '',
    async anotherNode(more) {
      const config = configOf(more)
      const log = makeLog(config.log)
      const second = await openHouse(config, log)
      const auth = makeAuth(second.house.database.pool, config, second.house.keys.session)
      const listening = await serve({ config, house: second.house, auth, schema: makeSchema(), log })
      others.push(async () => {
        await listening.stop()
        await second.close()
      })
      return `http://127.0.0.1:${listening.port}`
    },
    setNow: (now) => (frozen = now),
  }
}

function speaker(base: () => string, cookie?: string): Speaker {
  return {
    cookie: cookie ?? '',
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch(`${base()}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      })
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
    },
    watch(query, variables = {}) {
      const client = createClient({
        url: `${base().replace('http', 'ws')}/graphql`,
        webSocketImpl: cookie
          ? class extends WebSocket {
              constructor(url: string, protocols: string[]) {
                super(url, protocols, { headers: { cookie } })
              }
            }
          : WebSocket,
        retryAttempts: 0,
      })
      const items = client.iterate({ query, variables })
      return {
        async next() {
          const { value, done } = await items.next()
          if (done) throw new Error('the subscription ended')
          return value
        },
        stop: () => void client.dispose(),
      }
    },
  }
}

async function onServer(server: string, sql: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
