import { renameSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { House } from '../context.ts'
import { withoutWords } from '../refusal.ts'
import { sealLost } from './lost.ts'
import { page, readHead, sealSome } from './seal.ts'

const every = 2000
/** How long it rests after a page, in the time that the page took: while much waits, people are answered first. */
const rest = 4
/** How often the head is written into the log while it moves. */
const tellEvery = 600_000

/**
 * Seals on this node, a moment after each commit and in nobody's way; where several nodes do, one at a time. The head is
 * written down outside of the database, in the log and in a file, so that a tail that is cut off is missed.
 */
export function startSealing(
  { database: { pool }, keys, written }: Pick<House, 'database' | 'keys' | 'written'>,
  log: Logger,
  headFile?: string,
): { stop(): Promise<void> } {
  let stopped = false
  let inFile = ''
  let told = { head: '', at: 0 }
  let running: Promise<void> | undefined

  async function seal(last = false) {
    try {
      await sealWhatWaits()
      for (const row of await sealLost(pool, keys, written))
        log.error({ row }, 'audit: A ROW WAS DELETED BEFORE IT WAS SEALED; run npm run verify-audit')
      const head = await readHead(pool)
      if (!head) return
      const text = `${head.count}:${head.hash}`
      if (headFile && text !== inFile) write(headFile, text)
      inFile = text
      if (text === told.head || (!last && Date.now() - told.at < tellEvery)) return
      told = { head: text, at: Date.now() }
      log.info({ head: text }, 'audit: sealed')
    } catch (error) {
      log.warn({ err: withoutWords(error) }, 'audit: nothing is sealed until the database answers')
    }
  }

  // What the end finds unsealed is sealed after the next beginning: nobody waits for a long backlog.
  async function sealWhatWaits() {
    for (;;) {
      const begun = performance.now()
      const sealed = await sealSome(pool, keys)
      if (sealed < page || stopped) return
      await setTimeout((performance.now() - begun) * rest)
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

// Another name first, so that a file that is read is always a whole one.
function write(file: string, text: string) {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
