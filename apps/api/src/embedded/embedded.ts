import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseAccount } from './account.ts'
import type { Account } from './account.ts'
import { findBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { appPassword, launch, layout, makeCluster, readPassword } from './cluster.ts'
import { withLock } from './lock.ts'
import { ask, childrenOf, findPostmaster, freePort, isAlive, read, untilReady } from './postmaster.ts'
import { settings } from './settings.ts'
import { appRole } from '../walls/roles.ts'

/** How to start the embedded database. */
export type EmbeddedOptions = {
  /** Where everything of this database lies; made when missing. */
  dataDir: string
  /** The port wished for; a free one is taken, and remembered, when it is missing or in use. */
  port?: number
  /** The database that `url` names; made when missing. */
  name?: string
  /** False says nothing is to survive a power cut: for tests, several times faster. */
  durable?: boolean
  /** True keeps silent about what is done; the default tells it on the error stream. */
  quiet?: boolean
}

/** A database that answers. */
export type Embedded = {
  /** As the owner of everything in it. */
  url: string
  /** As the login that the API works with, to whom the walls apply. */
  appUrl: string
  port: number
  dataDir: string
  stop(): Promise<void>
}

/**
 * Starts a real PostgreSQL 18 from the installed packages, or takes over the one that already runs in this folder
 * (left by a process that was killed). `stop()` ends it in order; so does the end of this process. A database that
 * another living process started is used, and left running by `stop()`.
 * @throws when PostgreSQL cannot be made or started; the message holds the end of its log
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { account, binaries, dataDir } = chooseAccount(findBinaries(), resolve(options.dataDir))
  const say = options.quiet ? () => undefined : (words: string) => process.stderr.write(`${words}\n`)
  return withLock(layout(dataDir).lock, async () => {
    const at = layout(dataDir)
    const running = findPostmaster(dataDir)
    const keeper = Number(read(at.owner))
    const ours = !running || !keeper || keeper === process.pid || !isAlive(keeper)
    if (!running) await makeCluster(binaries, account, dataDir)
    const { pid, port } = running ?? (await start({ ...options, dataDir }, binaries, account))
    say(
      `PostgreSQL ${running ? 'was running already' : 'started'} on 127.0.0.1:${port}, data in ${at.cluster}`,
    )

    const at127 = (login: string, name: string) => `postgres://${login}@127.0.0.1:${port}/${name}`
    const address = (name: string) => at127(`postgres:${readPassword(dataDir)}`, name)
    await untilReady(address('postgres'), () => isAlive(pid))
    const name = options.name ?? 'sila'
    await ensureDatabase(address('postgres'), name)
    await ensureLogin(address('postgres'), appPassword(dataDir))
    if (ours) writeFileSync(at.owner, String(process.pid), { mode: 0o600 })
    return {
      url: address(name),
      appUrl: at127(`${appRole}:${appPassword(dataDir)}`, name),
      port,
      dataDir,
      stop: ours ? keepUntilStopped(dataDir, pid) : async () => undefined,
    }
  })
}

/** Kills the database of this folder with -9, children and all, as a power cut would; for drills. */
export async function killEmbedded(dataDir: string): Promise<void> {
  const found = findPostmaster(resolve(dataDir))
  if (!found) return
  const processes = [found.pid, ...childrenOf(found.pid)]
  for (const pid of processes) signal(pid, 'SIGKILL')
  while (processes.some(isAlive)) await pause(10)
}

/** A port can be taken between our look and PostgreSQL's: then another is tried. */
async function start(options: EmbeddedOptions, binaries: Binaries, account: Account) {
  const { dataDir } = options
  const at = layout(dataDir)
  let said = ''
  for (let attempt = 0; attempt < 20; attempt++) {
    const wanted = attempt === 0 ? options.port || Number(read(at.port)) || undefined : undefined
    const port = await freePort(wanted)
    rmSync(at.pid, { force: true })
    const log = openSync(at.log, 'w', 0o600)
    const flags = ['-D', at.cluster, ...settings(port, options.durable ?? true)]
    const child = launch(binaries.postgres, account, flags, log)
    closeSync(log)
    child.once('error', (error) => (said = error.message))
    child.unref()
    const pid = child.pid ?? 0
    const url = `postgres://postgres:${readPassword(dataDir)}@127.0.0.1:${port}/postgres`
    try {
      await untilReady(url, () => child.exitCode === null && child.signalCode === null && pid > 0)
      writeFileSync(at.port, String(port))
      return { pid, port }
    } catch {
      if (pid > 0 && isAlive(pid)) signal(pid, 'SIGQUIT')
      said = read(at.log) || said
    }
    // The children of a killed postmaster need a moment until they notice and let go of its memory.
    await pause(250)
  }
  throw new Error(`PostgreSQL did not start. Its log (${at.log}) ends:\n${said.slice(-2000)}`)
}

async function ensureDatabase(url: string, name: string) {
  await ask(url, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}

/** The API logs in as the app role itself: from there no way leads back to the owner. */
async function ensureLogin(url: string, password: string) {
  await ask(url, async (client) => {
    const found = await client.query('select from pg_roles where rolname = $1', [appRole])
    const act = found.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${act} role ${appRole} login password ${client.escapeLiteral(password)}`)
  })
}

function keepUntilStopped(dataDir: string, pid: number): () => Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: it rolls back what is open, writes everything down, and leaves.
  const last = () => signal(pid, 'SIGINT')
  process.once('exit', last)
  return async () => {
    process.off('exit', last)
    signal(pid, 'SIGINT')
    const end = Date.now() + 30_000
    while (isAlive(pid) && Date.now() < end) await pause(20)
    if (isAlive(pid)) signal(pid, 'SIGQUIT')
    rmSync(layout(dataDir).owner, { force: true })
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}
