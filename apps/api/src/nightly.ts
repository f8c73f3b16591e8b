import { nextNight } from '@sila/domain/retention'
import type { Logger } from 'pino'
import { checkNightly } from './audit/check.ts'
import { sealAll } from './audit/seal.ts'
import { writeJournal } from './backup/journal.ts'
import type { House } from './context.ts'
import { withoutWords } from './refusal.ts'
import { runRetention } from './retention/index.ts'
import { countRatings } from './surveys/index.ts'

/** Queues the work of the next night, once on all nodes together. */
export function nightlyLater(house: House): Promise<void> {
  return house.jobs.nightlyLater(nextNight(house.calendar.timeZone, house.now()))
}

/** What the house does each night: the trail is checked, ratings are counted, what is due ends. One that fails stops no other. */
export async function workNightly(house: House, log: Logger): Promise<void> {
  const { database, keys } = house
  await nightlyLater(house)
  await attempt('audit', async () => {
    await sealAll(database.pool, keys)
    await checkNightly(house, log)
  })
  await attempt('ratings', () => countRatings(house))
  await attempt('retention', async () => {
    const ended = await runRetention(house)
    if (ended) log.info({ ended: ended.filter(({ examined }) => examined > 0) }, 'retention: done')
  })
  await attempt('journal', async () => {
    if (house.backups) await writeJournal(database.pool, keys, house.backups)
  })

  async function attempt(what: string, work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      log.error({ err: withoutWords(error), what }, 'nightly: one part was not done')
    }
  }
}
