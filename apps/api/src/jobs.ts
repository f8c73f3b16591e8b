import type { ClientBase, Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import type { WorkOptions } from 'pg-boss'
import type { Logger } from 'pino'
import { v5 as uuidv5 } from 'uuid'
import { withoutWords } from './refusal.ts'

/** Runs a statement on the connection of an act, so that job and rows are stored together or not at all. */
export type Execute = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/** Work that is done later; it is queued in the transaction of the act that wants it. */
export type Jobs = {
  /** Looks at a complaint again when its answer is due, and escalates it where none came (section 2 of the defaults); once for each date. */
  escalateLater(execute: Execute, interactionId: string, at: Date): Promise<void>
  /** Looks at a request again when something falls to the house: to remind, to expire, to close. */
  tendLater(execute: Execute, requestId: string, at: Date): Promise<void>
  /** Hands a message of the outbox over, as soon as may be. */
  deliverLater(execute: Execute, messageId: string): Promise<void>
  /** Looks through a file that has arrived. */
  checkFileLater(execute: Execute, fileId: string, at: Date): Promise<void>
  /** Puts the folders of files right. */
  sweepFilesLater(execute: Execute, at: Date): Promise<void>
  /** Does the work of a night when it comes, once on all nodes together. */
  nightlyLater(at: Date): Promise<void>
  /** Begins to work jobs off. */
  work(handlers: JobHandlers): Promise<void>
  stop(): Promise<void>
}

/** What the house does for each kind of job. */
export type JobHandlers = {
  escalate(interactionId: string): Promise<void>
  tend(requestId: string): Promise<void>
  deliver(messageId: string): Promise<void>
  checkFile(fileId: string): Promise<void>
  sweepFiles(): Promise<void>
  nightly(): Promise<void>
}

const escalate = 'interaction.escalate'
const tend = 'request.tend'
const deliver = 'outbox.deliver'
const check = 'file.check'
const sweep = 'file.sweep'
const nightly = 'house.nightly'
const queues = [escalate, tend, deliver, check, sweep, nightly]
const polling = { pollingIntervalSeconds: 15 }
/** Somebody sits before a screen and waits for a code. */
const atOnce = { pollingIntervalSeconds: 1 }

/** Makes the tables of the queue, or brings them up to this version, with a client that owns them. */
export async function installJobs(client: ClientBase): Promise<void> {
  const boss = new PgBoss({ ...settings(client), supervise: false })
  boss.on('error', () => undefined)
  await boss.start()
  for (const queue of queues) await boss.createQueue(queue, { retryLimit: 5, retryBackoff: true })
  await boss.stop({ graceful: false })
}

function settings(client: Pool | ClientBase) {
  return {
    db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
    // One schedule of the house needs no cron table of its own.
    schedule: false,
  }
}

// An id made of what is looked at and when: each start queues the same look anew, and it stands there once. A minute late,
// so that a queue whose clock is ahead of ours does not look too early.
function lookAt(matterId: string, at: Date) {
  return { id: uuidv5(at.toISOString(), matterId), startAfter: new Date(at.getTime() + 60_000) }
}

/** Opens the queue on the house's own pool; its tables hold ids alone, and are asked in nobody's name. */
export async function openJobs(pool: Pool, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({ ...settings(pool), migrate: false })
  boss.on('error', (error) =>
    log.warn({ code: 'code' in error ? error.code : error.name }, 'jobs: the queue does not answer'),
  )
  await boss.start()

  return {
    async escalateLater(execute, interactionId, at) {
      await boss.send(
        escalate,
        { interactionId },
        { ...lookAt(interactionId, at), db: { executeSql: execute } },
      )
    },
    async tendLater(execute, requestId, at) {
      await boss.send(tend, { requestId }, { ...lookAt(requestId, at), db: { executeSql: execute } })
    },
    async deliverLater(execute, messageId) {
      await boss.send(deliver, { messageId }, { db: { executeSql: execute } })
    },
    async checkFileLater(execute, fileId, at) {
      await boss.send(check, { fileId }, { startAfter: at, db: { executeSql: execute } })
    },
    async sweepFilesLater(execute, at) {
      // One an hour, however many nodes ask for it.
      const id = uuidv5(`sweep ${Math.floor(at.getTime() / 3_600_000)}`, uuidv5.URL)
      await boss.send(sweep, {}, { id, startAfter: at, db: { executeSql: execute } })
    },
    async nightlyLater(at) {
      const id = uuidv5(at.toISOString(), uuidv5.URL)
      // A node that dies at it is missed after a minute, and another goes on.
      await boss.send(nightly, {}, { id, startAfter: at, heartbeatSeconds: 60, expireInSeconds: 43_200 })
    },
    async work(handlers) {
      const each = <Data extends object>(
        queue: string,
        options: WorkOptions,
        act: (data: Data) => Promise<void>,
      ) =>
        boss.work<Data>(queue, options, async (jobs) => {
          for (const { data } of jobs) await withoutItsWords(() => act(data))
        })
      await each<{ interactionId: string }>(escalate, polling, (data) =>
        handlers.escalate(data.interactionId),
      )
      await each<{ requestId: string }>(tend, polling, (data) => handlers.tend(data.requestId))
      await each<{ messageId: string }>(deliver, atOnce, (data) => handlers.deliver(data.messageId))
      await each<{ fileId: string }>(check, atOnce, (data) => handlers.checkFile(data.fileId))
      await each(sweep, polling, () => handlers.sweepFiles())
      await each(nightly, polling, () => handlers.nightly())
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

// The queue keeps what a job threw, in a table that no erasure knows: of a failure of the database that would be a whole
// row with its words.
async function withoutItsWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { type, code, stack } = withoutWords(error)
    throw Object.assign(new Error('A job failed'), { stack: `${type} ${code ?? ''}\n${stack ?? ''}` })
  }
}
