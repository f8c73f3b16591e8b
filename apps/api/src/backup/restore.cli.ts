import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { setHeadFileAside } from '../audit/head-file.ts'
import { runCommand } from '../command.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { makeSeals } from '../keys/seal.ts'
import { journalOf } from './journal.ts'
import { finishRestore, loadBackup } from './restore.ts'

const help = 'npm run restore -- --from FILE [--journal FOLDER]'

/** `npm run restore`: fills an empty database from a backup, and erases again whoever was erased since. */
runCommand(async (config) => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, journal: { type: 'string' } } })
  const file = values.from
  if (!file || !existsSync(file)) throw new Error(`--from must be a backup: ${help}`)
  const folder = values.journal ?? dirname(file)
  if (!existsSync(journalOf(folder)))
    throw new Error(
      `${journalOf(folder)} is missing: without it, whoever was erased since the backup would come back. Name its folder: ${help}`,
    )
  await loadBackup(config.databaseUrl, makeSeals(config.secret, config.masterKeys), file)
  const { house, close } = await openHouse(config, makeLog('error'))
  try {
    const erased = await finishRestore(config.databaseUrl, house, folder, file)
    setHeadFileAside(config.auditHead)
    process.stdout.write(`Restored. ${erased} people who were erased since the backup were erased again.\n`)
    process.stdout.write(
      'Everybody signs in anew. Accounts that were disabled, keys that were ended and consents that were taken back since the backup stand as they stood then: end them again.\n',
    )
  } finally {
    await close()
  }
})
