import { parseArgs } from 'node:util'
import { dueBefore } from '@sila/domain/retention'
import { runCommand } from '../command.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { readTerms } from '../retention/index.ts'
import { writeJournal } from './journal.ts'
import { endBackups, makeBackup } from './make.ts'

/** `npm run backup`: one snapshot of everything, sealed under the master key; what is too old goes. */
runCommand(async (config) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const folder = values.to ?? config.backups
  if (!folder) throw new Error('Say where to: npm run backup -- --to FOLDER, or set SILA_BACKUPS.')
  const { house, close } = await openHouse(config, makeLog('error'))
  try {
    const { file, bytes } = await makeBackup(config.databaseUrl, house.seals, folder, house.now())
    await writeJournal(house.database.pool, house.keys, folder)
    const months = (await readTerms(house.database.pool)).get('BACKUP')
    const gone = months ? endBackups(folder, dueBefore(house.calendar.timeZone, house.now(), months)) : 0
    process.stdout.write(`${file}\n${bytes} bytes; ${gone} old backups were deleted\n`)
    process.stdout.write(
      'It opens with SILA_MASTER_KEY and SILA_SECRET alone: keep them elsewhere. Keep erasures.journal with the backups.\n',
    )
  } finally {
    await close()
  }
})
