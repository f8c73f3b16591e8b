// npm run check: formatting, lint, types, house rules, unused code, versions, styles; all of them, at once.
import { pathToFileURL } from 'node:url'
import { checks, withScript } from './lib/checks.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { run } from './lib/run.mjs'
import { dim, green, red, say, since } from './lib/say.mjs'

/** Runs every check, a few at a time. Resolves to how many passed and failed. */
export async function runChecks() {
  const waiting = checks()
  const count = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = performance.now()
      const { code, output } = await run(check.command, check.options, { quiet: true })
      count[code === 0 ? 'passed' : 'failed'] += 1
      say(`${code === 0 ? green('  ok   ') : red('  wrong')} ${check.name} ${dim(since(start))}`)
      if (code !== 0) say(`${output.trim()}\n${dim(`  put right by: ${check.remedy}`)}\n`)
    }
  }
  await Promise.all([worker(), worker(), worker()])
  return count
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled()
  await underOwnNode()
  await Promise.all(
    withScript('codegen').map((folder) => run('npm', ['run', 'codegen', '-w', folder], { quiet: true })),
  )
  const { passed, failed } = await runChecks()
  say(`\n${passed} checks passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
