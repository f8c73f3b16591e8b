import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'

/** As whom PostgreSQL runs: it refuses to be root, so root steps aside for it. */
export type Account = {
  /** Put before the program and its arguments. */
  prefix: string[]
  uid?: number
  gid?: number
}

const unshare = ['/usr/bin/unshare', '-U', '--map-user=1000', '--map-group=1000']

/** Decides as whom to run, and where programs and data must lie for that account to reach them. */
export function chooseAccount(
  binaries: Binaries,
  dataDir: string,
): { account: Account; binaries: Binaries; dataDir: string } {
  if (process.getuid?.() !== 0) return { account: { prefix: [] }, binaries, dataDir }
  if (namespacesWork()) return { account: { prefix: unshare }, binaries, dataDir }

  const account = { prefix: [], ...otherUser() }
  return { account, binaries: reachableBinaries(binaries, account), dataDir: reachableData(dataDir, account) }
}

/** In a user namespace the same root shows as an ordinary user, so even folders of mode 700 stay reachable. */
function namespacesWork(): boolean {
  const [program = '', ...options] = unshare
  return (
    existsSync(program) && spawnSync(program, [...options, '/bin/true'], { stdio: 'ignore' }).status === 0
  )
}

function otherUser(): { uid: number; gid: number } {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 }
}

function reachableBinaries(binaries: Binaries, account: Account): Binaries {
  if (succeeds(binaries.postgres, ['--version'], account)) return binaries
  const native = `/var/tmp/sila-postgres-${createHash('sha256').update(binaries.native).digest('hex').slice(0, 8)}`
  cpSync(binaries.native, native, { recursive: true, verbatimSymlinks: true, force: false })
  return { native, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function reachableData(dataDir: string, account: Account): string {
  mkdirSync(dataDir, { recursive: true })
  if (succeeds('/bin/ls', [dataDir], account)) return own(dataDir, account)
  return own(`/var/tmp/sila-data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`, account)
}

function own(folder: string, { uid, gid }: Account): string {
  mkdirSync(folder, { recursive: true })
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

function succeeds(program: string, options: string[], { uid, gid }: Account): boolean {
  return spawnSync(program, options, { stdio: 'ignore', cwd: '/', uid, gid }).status === 0
}
