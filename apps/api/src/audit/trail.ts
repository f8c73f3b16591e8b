import type { Logger } from 'pino'
import type { House } from '../context.ts'
import { withoutWords } from '../refusal.ts'
import { headText, readHeadFile, writeHeadFile } from './head-file.ts'
import { sealLost } from './lost.ts'
import { restAfter } from './rest.ts'
import { page, passesThrough, readHead, sealSome } from './seal.ts'
import type { Head } from './seal.ts'

const every = 2000
/** How often the head is written into the log while it moves. */
const tellEvery = 600_000

/**
 * Seals on this node, a moment after each commit and in nobody's way; where several nodes do, one at a time. The head is
 * written down outside of the database, in the log and in a file, so that a tail that is cut off is missed.
 */
export function startSealing(
  {
    database: { pool },
    keys,
    written,
    auditHead,
  }: Pick<House, 'database' | 'keys' | 'written' | 'auditHead'>,
  log: Logger,
): { stop(): Promise<void> } {
  let stopped = false
  let inFile: Head | undefined
  let told = { head: '', at: 0 }
  let alarmedAt = 0
  let running: Promise<void> | undefined

  async function seal(last = false) {
    try {
      await sealWhatWaits()
      for (const row of await sealLost(pool, keys, written))
        log.error({ row }, 'audit: A ROW WAS DELETED BEFORE IT WAS SEALED; run npm run verify-audit')
      const head = await readHead(pool)
      await writeDown(head)
      if (!head) return
      const text = headText(head)
      if (text === told.head || (!last && Date.now() - told.at < tellEvery)) return
      told = { head: text, at: Date.now() }
      log.info({ head: text }, 'audit: sealed')
    } catch (error) {
      log.warn({ err: withoutWords(error) }, 'audit: nothing is sealed until the database answers')
    }
  }

  // The file goes on only from the head that stands in it: it must not follow whoever cut the tail off.
  async function writeDown(head: Head | null) {
    if (!auditHead) return
    inFile ??= readHeadFile(auditHead)
    if (inFile && !(await passesThrough(pool, inFile))) {
      if (Date.now() - alarmedAt < tellEvery) return
      alarmedAt = Date.now()
      log.error(
        { written: headText(inFile), found: head && headText(head) },
        'audit: THE END OF THE TRAIL IS MISSING; run npm run verify-audit',
      )
    } else if (head && head.hash !== inFile?.hash) {
      writeHeadFile(auditHead, head)
      inFile = head
    }
  }

  // What the end finds unsealed is sealed after the next beginning: nobody waits for a long backlog.
  async function sealWhatWaits() {
    for (;;) {
      const begun = performance.now()
      const sealed = await sealSome(pool, keys)
      if (sealed < page || stopped) return
      await restAfter(begun)
    }
  }

  const timer = setInterval(() => {
    if (!stopped) running ??= seal().finally(() => (running = undefined))
  }, every)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
      await seal(true)
    },
  }
}
