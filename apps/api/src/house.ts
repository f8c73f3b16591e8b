import { makeWritten } from './audit/written.ts'
import { defaultCalendar } from '@sila/domain/default-calendar'
import type { Logger } from 'pino'
import { makeBudgets } from './limits/budgets.ts'
import type { Config } from './config.ts'
import type { House } from './context.ts'
import { openDatabase } from './database/database.ts'
import { entities } from './entities.ts'
import { startFeed } from './feed/feed.ts'
import { openFiles } from './files/files.ts'
import { trustIn } from './http/proxies.ts'
import { openJobs } from './jobs.ts'
import { makeKeys } from './keys/keys.ts'
import { makeCarriers } from './outbox/carriers.ts'
import { makeRateLimits } from './limits/rate-limits.ts'
import { openLooks } from './privacy/looks.ts'
import { makeSeals } from './keys/seal.ts'
import { makeDirectory } from './staff/directory.ts'
import { system } from './walls/session.ts'

/** Opens what all requests share; `close` gives everything back in order. */
export async function openHouse(
  config: Config,
  log: Logger,
  now = () => new Date(),
): Promise<{ house: House; close(): Promise<void> }> {
  const opened = await openDatabase(config.appUrl, entities, config.poolSize, config.walls !== 'api')
  // What the house does by itself, it does in its own name; who asks gets a database in theirs (makeContext).
  const database = opened.as(system)
  const feed = await startFeed(database.pool, config.appUrl, log)
  const jobs = await openJobs(opened.pool, log)
  const year = now().getUTCFullYear()
  const keys = makeKeys(config.secret)
  const written = makeWritten()
  const house: House = {
    ...{ database, feed, jobs, now, keys, directory: makeDirectory(database.pool) },
    limits: makeRateLimits(database.pool, config.guestLimits),
    budgets: makeBudgets({ database, keys }, config.guestLimits),
    carriers: makeCarriers(config),
    seals: makeSeals(config.secret, config.masterKeys),
    written,
    looks: openLooks(database.pool, keys, log, written),
    files: await openFiles(config),
    ...{ backups: config.backups, auditHead: config.auditHead },
    trusts: trustIn(config.proxies),
    guarded: config.walls !== 'rows',
    calendar: defaultCalendar([year - 2, year - 1, year, year + 1, year + 2]),
  }
  return {
    house,
    async close() {
      await house.looks.stop()
      await jobs.stop()
      await feed.stop()
      await opened.close()
    },
  }
}
