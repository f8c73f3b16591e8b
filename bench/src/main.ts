import { cpus } from 'node:os'
import { ensureBuilt } from '../../scripts/lib/build.mjs'
import { signInForDrill } from '../../scripts/drill/sign-in.ts'
import { openDatabase } from './database.ts'
import { measure } from './load.ts'
import type { Measured } from './load.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import { startContender, startProduct } from './processes.ts'
import type { Contender } from './processes.ts'
import { makeScenarios } from './scenarios.ts'
import type { Scenario } from './scenarios.ts'
import { cell, tableOf } from './table.ts'
import type { Results } from './table.ts'

const ports = { product: 4610, floor: 4611, postgraphile: 4612 }

/** `npm run bench`: the product beside its floor and beside PostGraphile 5, on the same tables, turn by turn. */
async function main() {
  const options = readOptions()
  if (!options.main) await ensureBuilt()
  const { database, sample } = await openDatabase(options)
  const contenders: Contender[] = []
  try {
    contenders.push(await startProduct(database, ports.product, options.main || 'apps/api/dist/main.js'))
    contenders.push(await startContender('floor', database.url, ports.floor))
    contenders.push(await startContender('postgraphile', database.url, ports.postgraphile))
    const cookie = await signInForDrill(`http://127.0.0.1:${ports.product}`)
    const scenarios = makeScenarios(sample, cookie).filter(
      ({ name }) => options.only.length === 0 || options.only.includes(name),
    )
    const results = await runAll(options, scenarios, contenders)
    process.stdout.write(
      `\n## ${options.interactions} interactions, ${options.people} people; ${cpus().length} processors; pools of 8; median of ${options.rounds} interleaved rounds of ${options.seconds} s\n\n`,
    )
    for (const scenario of scenarios)
      process.stdout.write(`${tableOf(results, scenario, options.connections)}\n\n`)
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()))
    await database.stop()
  }
}

// Turn by turn, so that a busy moment of the machine strikes all of them.
async function runAll(options: Options, scenarios: Scenario[], contenders: Contender[]): Promise<Results> {
  const results: Results = new Map<string, Measured[]>()
  for (const scenario of scenarios) {
    for (const contender of contenders) await measure(contender, scenario.shots[contender.name], 8, 1)
  }
  for (let round = 1; round <= options.rounds; round++) {
    for (const scenario of scenarios) {
      for (const connections of options.connections) {
        for (const contender of contenders) {
          const measured = await measure(
            contender,
            scenario.shots[contender.name],
            connections,
            options.seconds,
          )
          const key = cell(scenario.name, connections, contender.name)
          results.set(key, [...(results.get(key) ?? []), measured])
          process.stderr.write(
            `round ${round} ${key}: ${measured.perSecond.toFixed(0)}/s${measured.failed > 0 ? `, ${measured.failed} failed` : ''}\n`,
          )
        }
      }
    }
  }
  return results
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
