import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { dataDir, root } from './place.mjs'
import { run } from './run.mjs'
import { giveUp, say, since } from './say.mjs'

const stamp = join(root, 'node_modules', '.sila-build')
const products = ['apps/api/dist/main.js', 'apps/portal/dist/ar/index.html', 'apps/staff-web/dist/index.html']
const skipped = new Set(['node_modules', 'dist', 'generated', '.turbo', 'coverage'])

/** Builds API and both apps when a source changed since the last build; asks no tool when none did. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withLock(
    join(dataDir, 'build.lock'),
    () => say('Waiting for another build in this folder …'),
    async () => {
      if (isBuilt()) return
      say('Building …')
      const start = performance.now()
      const before = fingerprint()
      if ((await build()) !== 0) giveUp('The build failed; the reason is above.')
      writeFileSync(stamp, before)
      say(`Built in ${since(start)}.`)
    },
  )
}

async function build() {
  const options = ['run', 'build', '--output-logs=errors-only', '--no-daemon']
  const { code, output } = await run('turbo', options, { quiet: true })
  if (code === 0) return 0
  // Some registries do not serve turbo's program for every platform: then plain npm, in the order of the workspaces.
  if ((await run('turbo', ['--version'], { quiet: true })).code === 0) {
    process.stderr.write(output)
    return code
  }
  return (await run('npm', ['run', 'build', '--workspaces', '--if-present'])).code
}

function isBuilt() {
  if (!products.every((file) => existsSync(join(root, file)))) return false
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Names, sizes and times: a few milliseconds for the whole tree. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const folder of ['apps', 'packages']) addFolder(hash, join(root, folder))
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'turbo.json'])
    addFile(hash, join(root, file))
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (skipped.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, path)
    else addFile(hash, path)
  }
}

function addFile(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
}
