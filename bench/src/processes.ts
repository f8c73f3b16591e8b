import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve as resolvePath } from 'node:path'
import type { Embedded } from '../../apps/api/src/embedded/embedded.ts'
import { ownNode, childEnv, root } from '../../scripts/lib/place.mjs'

/** A server under measurement, in a process of its own. */
export type Contender = {
  name: 'product' | 'floor' | 'postgraphile'
  url: string
  pid: number
  stop(): Promise<void>
}

/** How many connections each contender may hold to the database. */
export const poolSize = 8

/** Runs a program of ours to its end. */
export function run(args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(ownNode, args, { cwd: root, env: childEnv(env), stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.at(2) ?? 'The program'} ended with ${code}`)),
    )
  })
}

/** Starts the built product as it is served: its own port, real sessions, registered operations. */
export function startProduct(database: Embedded, port: number, main: string): Promise<Contender> {
  const env = {
    DATABASE_URL: database.url,
    DATABASE_APP_URL: database.appUrl,
    PORT: String(port),
    SILA_DEMO: '1',
    // All load comes from this one machine.
    SILA_GUEST_LIMITS: '0',
    SILA_POOL: String(poolSize),
    SILA_CLIENTS: join(root, 'apps'),
    SILA_LOG: 'warn',
  }
  return start('product', [resolvePath(root, main)], env, port, '/readyz')
}

/** Starts a contender that lies in this folder. */
export function startContender(
  name: 'floor' | 'postgraphile',
  databaseUrl: string,
  port: number,
): Promise<Contender> {
  const file = join(import.meta.dirname, 'contenders', `${name}.ts`)
  const env = { GRAPHILE_ENV: 'production' }
  return start(
    name,
    ['--import', '@oxc-node/core/register', file, databaseUrl, String(port)],
    env,
    port,
    '/ready',
  )
}

async function start(
  name: Contender['name'],
  args: string[],
  env: Record<string, string>,
  port: number,
  ready: string,
): Promise<Contender> {
  const child = spawn(ownNode, args, {
    cwd: join(root, 'apps/api'),
    env: childEnv({ NODE_ENV: 'production', ...env }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} before it answered`)
    const answer = await fetch(`${url}${ready}`).catch(() => undefined)
    if (answer?.ok) return { name, url, pid: processOf(child), stop: () => stop(child) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`${name} did not answer within a minute`)
}

/** `node` from the registry is a file that starts the real one: the process that works is its last descendant. */
function processOf(child: ChildProcess): number {
  let pid = child.pid ?? 0
  for (;;) {
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const [next] = below
    if (!next) return pid
    pid = Number(next)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await ended
  clearTimeout(hard)
}

/** Seconds of processor that a process has used so far. */
export function cpuSeconds(pid: number): number {
  // After the name, which may hold anything, the 12th and 13th fields are the ticks in user and system mode.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
