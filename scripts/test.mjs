// npm test: installs what is missing, a browser included, runs every check and every spec, and counts them.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { dataDir } from './lib/place.mjs'
import { bold, dim, giveUp, say, since } from './lib/say.mjs'

await ensureInstalled()
await underOwnNode()
await test().catch((error) => giveUp(error.stack))

async function test() {
  const start = performance.now()
  // Loaded only now: they read what the install brought.
  const { ensureBrowser } = await import('./lib/browser.mjs')
  const { runSpecs } = await import('./lib/specs.mjs')
  const { runChecks } = await import('./check.mjs')
  const { startEmbedded } = await import('../apps/api/src/embedded.ts')

  const browser = await ensureBrowser()
  await ensureBuilt()
  say(bold('\nChecks'))
  const checked = await runChecks()

  // A folder of its own: a started product and another test may run in this checkout at the same time.
  const folder = join(dataDir, `test-${process.pid}`)
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false, quiet: true })
  for (const name of ['SIGINT', 'SIGTERM'])
    process.on(name, () => void tidy(database, folder).then(() => process.exit(1)))
  const specs = await runSpecs(join(folder, 'results'), {
    SILA_TEST_DATABASE_URL: database.url,
    SILA_CHROMIUM: browser,
  })
  await tidy(database, folder)

  const passed = checked.passed + specs.passed
  const failed = checked.failed + specs.failed
  say(dim(`\nin ${since(start)}`))
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

async function tidy(database, folder) {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
