import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaces } from './checks.mjs'
import { root } from './place.mjs'
import { run } from './run.mjs'
import { bold, say, since } from './say.mjs'

/** These own the machine while they run: real databases, real browsers, kills. The others share it, two at a time. */
const alone = ['apps/api', 'scripts', 'e2e']

/** Runs the specs of every workspace that has some. Resolves to how many passed and failed. */
export async function runSpecs(folder, env) {
  mkdirSync(folder, { recursive: true })
  const all = workspaces('vitest.config.ts')
  const count = { passed: 0, failed: 0 }
  const one = async (name) => {
    const found = await runOne(name, join(folder, `${name.replaceAll('/', '-')}.json`), env)
    count.passed += found.passed
    count.failed += found.failed
  }
  const waiting = all.filter((name) => !alone.includes(name))
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await one(name)
  }
  await Promise.all([worker(), worker()])
  for (const name of alone.filter((each) => all.includes(each))) await one(name)
  return count
}

async function runOne(name, file, env) {
  const start = performance.now()
  const serial = alone.includes(name)
  if (serial) say(bold(`\n${name}`))
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code, output } = await run('vitest', options, { quiet: !serial, env, cwd: join(root, name) })
  const { passed, failed } = countOf(file, code)
  if (!serial) say(`${bold(`\n${name}`)}\n${output.trim()}`)
  say(`${name}: ${passed} passed, ${failed} failed (${since(start)})`)
  return { passed, failed }
}

/** How many passed and failed. A file that could not even be read, or an error outside any test, counts as one failure: never as none. */
export function countOf(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const unread = report.testResults.filter(
    (each) => each.status === 'failed' && !each.assertionResults.some(isFailed),
  )
  const failed = report.numFailedTests + unread.length
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

const isFailed = (result) => result.status === 'failed'
