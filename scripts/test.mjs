// npm test: installs what is missing, a browser included, runs every check and every spec, and counts them.
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { withDatabase } from './lib/database.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
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

  const browser = await ensureBrowser()
  await ensureBuilt()
  say(bold('\nChecks'))
  const checked = await runChecks()

  const specs = await withDatabase('test', ({ url, folder }) =>
    runSpecs(join(folder, 'results'), { SILA_TEST_DATABASE_URL: url, SILA_CHROMIUM: browser }),
  )

  const passed = checked.passed + specs.passed
  const failed = checked.failed + specs.failed
  say(dim(`\nin ${since(start)}`))
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
