import { parseArgs } from 'node:util'
import { parseReference } from '@sila/domain/reference'
import { v7 as uuidv7 } from 'uuid'
import { runCommand } from '../command.ts'
import { makeContext } from '../context.ts'
import { openHouse } from '../house.ts'
import { makeLog } from '../log.ts'
import { recordExport } from './person.acts.ts'

const help = 'npm run person:export -- --person B-…'

/** `npm run person:export`: writes everything exportable that is held about a person; that it was taken is noted. */
runCommand(async (config) => {
  const { values } = parseArgs({ options: { person: { type: 'string' } } })
  const reference = parseReference(values.person ?? '')
  if (reference?.prefix !== 'B') throw new Error(`--person must be the number of a person: ${help}`)
  const { house, close } = await openHouse(config, makeLog('error'))
  try {
    const { rows } = await house.database.pool.query<{ id: string }>(
      'select id from beneficiary where number = $1',
      [reference.reference],
    )
    const [person] = rows
    if (!person) throw new Error(`There is nobody with the number ${reference.reference}.`)
    const outcome = await recordExport(makeContext(house, { type: 'SYSTEM' }, 'en'), person.id, uuidv7())
    if (!outcome.done) throw new Error(outcome.problems.map(({ code }) => code).join(', '))
    process.stdout.write(`${JSON.stringify(outcome.copy, undefined, 2)}\n`)
  } finally {
    await close()
  }
})
