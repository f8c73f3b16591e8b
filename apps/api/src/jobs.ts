import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** Work that is done later; it is queued in the transaction of the act that wants it. */
export type Jobs = {
  /** Looks at a complaint again when its answer is due, and escalates it where none came (section 2 of the defaults). */
  escalateLater(em: EntityManager, interactionId: string, at: Date): Promise<void>
  /** Begins to work jobs off. */
  work(handlers: JobHandlers): Promise<void>
  stop(): Promise<void>
}

/** What the house does for each kind of job. */
export type JobHandlers = { escalate(interactionId: string): Promise<void> }

const escalate = 'interaction.escalate'

/** Opens the queue on the house's own pool. */
export async function openJobs(pool: Pool, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    // One schedule of the house needs no cron table of its own.
    schedule: false,
  })
  boss.on('error', (error) =>
    log.warn({ code: 'code' in error ? error.code : error.name }, 'jobs: the queue does not answer'),
  )
  await boss.start()
  await boss.createQueue(escalate, { retryLimit: 5, retryBackoff: true })

  return {
    async escalateLater(em, interactionId, at) {
      await boss.send(escalate, { interactionId }, { startAfter: at, db: within(em) })
    },
    async work(handlers) {
      await boss.work<{ interactionId: string }>(escalate, { pollingIntervalSeconds: 15 }, async (jobs) => {
        for (const job of jobs) await handlers.escalate(job.data.interactionId)
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

// The queue's statements run on the connection of the act, so that job and rows are stored together or not at all.
function within(em: EntityManager) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const transaction = em.getTransactionContext<{
        executeQuery(query: CompiledQuery): Promise<{ rows: unknown[] }>
      }>()
      if (!transaction)
        throw new Error('escalateLater must be called inside of an act: there is no open transaction')
      const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}
