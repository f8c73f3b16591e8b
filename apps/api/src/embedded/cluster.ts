import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** Where things lie inside a data folder. */
export function layout(dataDir: string) {
  return {
    cluster: join(dataDir, 'cluster'),
    password: join(dataDir, 'password'),
    appPassword: join(dataDir, 'app-password'),
    port: join(dataDir, 'port'),
    owner: join(dataDir, 'owner'),
    lock: join(dataDir, 'start.lock'),
    log: join(dataDir, 'postgres.log'),
    pid: join(dataDir, 'cluster', 'postmaster.pid'),
  }
}

/** The environment of the child: nothing of the machine's own language or time zone reaches the database. */
export const childEnvironment = {
  PATH: '/usr/bin:/bin',
  LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
  TZ: 'UTC',
}

/** Makes the cluster once, with ICU, UTF-8 and a password of its own that only this account can read. */
export async function makeCluster(binaries: Binaries, account: Account, dataDir: string) {
  const at = layout(dataDir)
  if (existsSync(join(at.cluster, 'PG_VERSION')) && existsSync(at.password)) return
  // What is left of an initdb that was cut off holds no data yet.
  rmSync(at.cluster, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  rmSync(at.password, { force: true })
  writeFileSync(at.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(at.password, account.uid, account.gid)
  // The character type must be UTF-8 besides ICU: with plain C, pg_trgm sees no letters outside ASCII.
  const locale = childEnvironment.LC_ALL
  await run(binaries.initdb, account, [
    '--pgdata',
    at.cluster,
    '--username',
    'postgres',
    '--pwfile',
    at.password,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale',
    locale,
    '--locale-provider',
    'icu',
    '--icu-locale',
    'und',
    '--no-sync',
  ]).catch((error: unknown) => {
    rmSync(at.cluster, { recursive: true, force: true })
    throw error
  })
}

/** The password of the database's superuser. */
export function readPassword(dataDir: string): string {
  return readFileSync(layout(dataDir).password, 'utf8').trim()
}

/** The password of the login that the API works with; made when it is missing. */
export function appPassword(dataDir: string): string {
  const { appPassword: path } = layout(dataDir)
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

/** Starts a program as the chosen account, apart from the terminal, so that Ctrl-C reaches us and not it. */
export function launch(program: string, account: Account, options: string[], output: number | 'pipe') {
  const [command = program, ...rest] = [...account.prefix, program, ...options]
  return spawn(command, rest, {
    stdio: ['ignore', output, output],
    detached: true,
    cwd: '/',
    uid: account.uid,
    gid: account.gid,
    env: process.platform === 'win32' ? undefined : childEnvironment,
  })
}

function run(program: string, account: Account, options: string[]): Promise<void> {
  const child = launch(program, account, options, 'pipe')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The embedded database could not be made:\n${said.trim()}`)),
    )
  })
}
