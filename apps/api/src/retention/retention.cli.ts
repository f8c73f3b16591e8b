import { parseArgs } from 'node:util'
import { runCommand } from '../command.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { previewRetention, runRetention } from './run.ts'
import type { Ended } from './run.ts'

/** `npm run retention`: ends what is due now; with `--dry-run` it tells what would go, and touches nothing. */
runCommand(async (config) => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const { house, close } = await openHouse(config, makeLog('error'))
  try {
    const dry = values['dry-run']
    const ended = dry ? await previewRetention(house) : await runRetention(house)
    if (!ended) throw new Error('A run is under way on another node. It goes on; nothing was done here.')
    for (const line of ended) process.stdout.write(`${tell(line, dry)}\n`)
  } finally {
    await close()
  }
})

function tell({ record, examined, erased, held, open }: Ended, dry: boolean): string {
  const kept = `${held} kept by a hold, ${open} because something is open`
  return `${record.padEnd(12)} ${String(examined).padStart(8)} due, ${erased} ${dry ? 'would go' : 'went'}, ${kept}`
}
