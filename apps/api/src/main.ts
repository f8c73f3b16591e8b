import 'reflect-metadata'
import type { Logger } from 'pino'
import { startSealing } from './audit/trail.ts'
import { isUnfinished } from './backup/restore.ts'
import { readConfig } from './config.ts'
import type { House } from './context.ts'
import { checkFile, sweepFiles } from './files/index.ts'
import { openHouse } from './house.ts'
import { escalateAll, escalateWhenLate } from './interactions/escalate.ts'
import { makeLog } from './log.ts'
import { checkDatabase, migrate } from './database/migrate.ts'
import { nightlyLater, workNightly } from './nightly.ts'
import { deliver } from './outbox/index.ts'
import { withoutWords } from './refusal.ts'
import { tendAll, tendRequest } from './requests/index.ts'
import { makeSchema } from './schema.ts'
import { signIns } from './seeds/sign-ins.ts'
import { prepare } from './seeds/index.ts'
import { serve } from './server/server.ts'
import { makeAuth } from './sessions/auth.ts'

/** Starts the house: checks, migrates, seeds what is missing, serves until it is told to stop. */
async function start() {
  const config = readConfig()
  const log = makeLog(config.log)
  await checkDatabase(config.databaseUrl)
  if (await isUnfinished(config.databaseUrl))
    throw new Error(
      'A restore into this database is not finished: whoever was erased since the backup is still in it. Run npm run restore again.',
    )
  const done = await migrate(config.databaseUrl)
  if (done.length > 0) log.info({ migrations: done }, 'database: brought up to this version')

  const { house, close } = await openHouse(config, log)
  const auth = makeAuth(house.database.pool, config, house.keys.session, (error) =>
    log.warn({ err: withoutWords(error) }, 'provider: a sign-in failed'),
  )
  await prepare(house, auth, config.demo)
  house.directory.forget()
  // All that may fail comes before we say that we are ready: from then on a database that dies is waited for.
  if (config.jobs) await startWork(house, log)
  const running = await serve({
    config,
    house,
    auth,
    schema: makeSchema(),
    log,
    ...(config.demo ? { demoSignIns: signIns } : {}),
  })
  // On every node, whether it works off jobs or not: each looks for what it wrote itself.
  const sealing = startSealing(house, log)
  log.info({ port: running.port }, 'ready')
  process.send?.({ ready: true, port: running.port })

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    // Whatever hangs, the process ends: the supervisor waits for it before it stops the database.
    setTimeout(() => process.exit(1), 10_000).unref()
    await running.stop()
    await sealing.stop()
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  process.on('disconnect', () => void stop('disconnect'))
}

/** What is done beside the answers; whatever a stop left undone is taken up again. */
async function startWork(house: House, log: Logger) {
  await tendAll(house)
  await escalateAll(house)
  await sweepFiles(house)
  await house.jobs.work({
    escalate: (id) => escalateWhenLate(house, id),
    tend: (id) => tendRequest(house, id),
    deliver: (id) => deliver(house, id),
    checkFile: (id) => checkFile(house, id),
    sweepFiles: () => sweepFiles(house),
    nightly: () => workNightly(house, log),
  })
  await nightlyLater(house)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
