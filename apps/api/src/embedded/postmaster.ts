import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { layout } from './cluster.ts'

/** Who listens for a data folder, according to the pid file that PostgreSQL keeps. */
export type Postmaster = { pid: number; port: number }

/** The running postmaster of a data folder, or undefined when there is none or its pid file is stale. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const at = layout(dataDir)
  const lines = read(at.pid).split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !isAlive(pid)) return undefined
  // After a reboot the number may belong to another program: on Linux its command line tells.
  const command = read(`/proc/${pid}/cmdline`)
  if (process.platform === 'linux' && !command.includes(at.cluster)) return undefined
  return { pid, port }
}

/** True while a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return stateOf(pid) !== 'Z'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The processes that a postmaster started (Linux). */
export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return []
  const numbers = readdirSync('/proc').map(Number)
  return numbers.filter((child) => child > 0 && Number(statOf(child)[1]) === pid)
}

/** One connection that answers, or an error. */
export async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // Without a listener a database that dies would take the whole process with it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Waits until the database answers.
 * @throws when `alive` turns false, when the password is refused, or after two minutes
 */
export async function untilReady(url: string, alive: () => boolean): Promise<void> {
  const end = Date.now() + 120_000
  for (;;) {
    try {
      return await ask(url, async (client) => {
        await client.query('select 1')
      })
    } catch (error) {
      const refused = error instanceof pg.DatabaseError && error.code === '28P01'
      if (refused || !alive() || Date.now() > end) throw error
    }
    await pause(30)
  }
}

/** A port of the loopback that nobody listens on: the wanted one when it is free, else any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () => (wanted === 0 ? reject(new Error('No free port')) : resolve(freePort())))
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** What a small file says, or nothing. */
export function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** State and parent; the name in brackets before them may hold spaces. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function stateOf(pid: number): string {
  return process.platform === 'linux' ? (statOf(pid)[0] ?? '') : ''
}
