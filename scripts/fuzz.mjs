// npm run fuzz -- --operations 100000 --seed 7: the fuzz of npm test, as long as one likes.
import { join } from 'node:path'
import { withDatabase } from './lib/database.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { root } from './lib/place.mjs'
import { run } from './lib/run.mjs'
import { giveUp } from './lib/say.mjs'

await ensureInstalled()
await underOwnNode()
await fuzz().catch((error) => giveUp(error.message))

async function fuzz() {
  const { readNumbers } = await import('./drill/options.ts')
  const chance = Math.floor(Math.random() * 2 ** 31)
  const { operations, seed } = readNumbers({ operations: 100_000, seed: chance }, process.argv.slice(2))
  const { code } = await withDatabase('fuzz', ({ url }) =>
    run('vitest', ['run', 'src/testing/fuzz/fuzz.test.ts'], {
      cwd: join(root, 'apps/api'),
      env: { SILA_TEST_DATABASE_URL: url, FUZZ_OPERATIONS: String(operations), FUZZ_SEED: String(seed) },
    }),
  )
  process.exit(code)
}
