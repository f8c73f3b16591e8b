import { parseArgs } from 'node:util'
import pg from 'pg'
import { runCommand } from '../command.ts'
import { makeKeys } from '../keys/keys.ts'
import { checkTrail } from './check.ts'
import { parseHead, readHeadFile } from './head-file.ts'
import type { Head } from './seal.ts'

const help = 'npm run verify-audit -- --head COUNT:HASH'

/** `npm run verify-audit`: checks every row and seal of the audit trail; ends with 1 where anything is wrong. */
runCommand(async (config) => {
  const { values } = parseArgs({ options: { head: { type: 'string', multiple: true } } })
  const kept = readHeadFile(config.auditHead)
  const heads = [...(values.head ?? []).map(readHeadText), ...(kept ? [kept] : [])]
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 1 })
  pool.on('error', () => undefined)
  try {
    const report = await checkTrail(pool, makeKeys(config.secret), heads)
    const say = (line: string) => process.stdout.write(`${line}\n`)
    for (const { table, id, wrong } of report.damages) say(`DAMAGED ${table} ${id}: ${wrong}`)
    if (report.more > 0) say(`DAMAGED and ${report.more} more`)
    say(`checked ${report.rows} rows and ${report.seals} seals, ${report.unsealed} rows not sealed yet`)
    say(
      `compared with ${heads.length === 0 ? 'no head: a tail that was cut off is not missed' : heads.map(({ count }) => `the head at ${count}`).join(', ')}`,
    )
    say(`head ${report.head.count}:${report.head.hash}`)
    if (report.damages.length > 0) process.exitCode = 1
    else say('nothing was altered')
  } finally {
    await pool.end()
  }
})

function readHeadText(text: string): Head {
  const head = parseHead(text)
  if (!head) throw new Error(`--head must be a head as it was written down: ${help}`)
  return head
}
