import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { childEnv, dataDir, ownNode, root } from './place.mjs'
import { run } from './run.mjs'
import { giveUp, say, since, tick } from './say.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.sila-stamp')
const unfinished = 'unfinished'

/**
 * Installs the packages when the lock file is not the one they were installed from; else costs nothing. What an
 * interrupted install left is thrown away first: npm takes a package that is half there for a whole one.
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock(
    join(dataDir, 'install.lock'),
    () => say('Waiting for another install in this folder …'),
    install,
  )
}

/**
 * Goes on under the Node that came with the install. Resolves at once when that is the one running; otherwise
 * runs the same script again under it and ends with its exit code.
 */
export async function underOwnNode() {
  if (!existsSync(ownNode) || process.version === versionOf(ownNode)) return requireRecent()
  const child = spawn(ownNode, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: childEnv(),
  })
  // The child stops things in order; this process only passes on the wish and waits.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => giveUp(`${ownNode} cannot run: ${error.message}`))
    child.once('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)))
  })
  process.exit(code)
}

function isInstalled() {
  return stamped() === fingerprint()
}

/** npm writes its own list last of all; where it is missing, an install by hand was interrupted. */
function isHalfFilled() {
  if (!existsSync(modules)) return false
  return stamped() === unfinished || !existsSync(join(modules, '.package-lock.json'))
}

const stamped = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined)

async function install() {
  if (isInstalled()) return
  if (isHalfFilled()) {
    say('The last install did not finish; it is begun anew.')
    for (const folder of workspaces())
      rmSync(join(root, folder, 'node_modules'), { recursive: true, force: true })
  }
  const before = stamped()
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, unfinished)
  say('Installing packages; the first time this takes a minute or two …')
  const start = performance.now()
  const stop = tick(() => 'still installing')
  // --no-save: the lock file of a checkout is not rewritten by whichever npm the machine has.
  const options = ['install', '--no-audit', '--no-fund', '--no-save', '--no-progress', '--loglevel=error']
  const { code } = await run('npm', options)
  stop()
  if (code !== 0) {
    // npm itself takes back what failed: what was whole before is whole still.
    if (before) writeFileSync(stamp, before)
    giveUp('The packages could not be installed (npm says why above). Is the registry reachable? Try again.')
  }
  writeFileSync(stamp, fingerprint())
  say(`Installed ${countPackages()} packages in ${since(start)}.`)
}

/** What the install depends on: the lock file, this machine's kind, and every workspace's own list. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  const manifests = workspaces().map((folder) => join(folder, 'package.json'))
  for (const file of ['package-lock.json', ...manifests]) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function workspaces() {
  const folders = ['apps', 'packages'].flatMap((group) =>
    existsSync(join(root, group)) ? readdirSync(join(root, group)).map((name) => join(group, name)) : [],
  )
  const all = ['.', 'e2e', 'bench', ...folders]
  return all.filter((folder) => existsSync(join(root, folder, 'package.json'))).toSorted()
}

function countPackages() {
  if (!existsSync(modules)) return 0
  return readdirSync(modules).reduce(
    (sum, name) =>
      sum + (name.startsWith('@') ? readdirSync(join(modules, name)).length : name.startsWith('.') ? 0 : 1),
    0,
  )
}

function versionOf(node) {
  const manifest = join(
    modules,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'package.json',
  )
  return existsSync(manifest) ? `v${JSON.parse(readFileSync(manifest, 'utf8')).version}` : node
}

/** Where no Node comes with the install (a Mac), the machine's own must be able to read TypeScript. */
function requireRecent() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  giveUp(
    `Sila needs Node 22.18 or newer on this system; this is ${process.version}. Install Node 24 and try again.`,
  )
}
