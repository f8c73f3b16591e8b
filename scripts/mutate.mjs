// npm run mutate: alters the code that decides who may see what, one spot at a time, and counts what the specs notice.
import { withDatabase } from './lib/database.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { run } from './lib/run.mjs'
import { giveUp } from './lib/say.mjs'

await ensureInstalled()
await underOwnNode()
await mutate().catch((error) => giveUp(error.message))

async function mutate() {
  const { code } = await withDatabase('mutate', ({ url }) =>
    run('stryker', ['run', 'scripts/mutate/stryker.json', ...process.argv.slice(2)], {
      env: { SILA_TEST_DATABASE_URL: url },
    }),
  )
  process.exit(code)
}
