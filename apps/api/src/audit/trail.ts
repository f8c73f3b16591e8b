import { renameSync, writeFileSync } from 'node:fs'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Keys } from '../keys/keys.ts'
import { withoutWords } from '../refusal.ts'
import { readHead, sealAll } from './seal.ts'

const every = 2000
/** How often the head is written into the log while it moves. */
const tellEvery = 600_000

/**
 * Seals on this node, a moment after each commit and in nobody's way; where several nodes do, one at a time. The head is
 * written down outside of the database, in the log and in a file, so that a tail that is cut off is missed.
 */
export function startSealing(
  pool: Pool,
  keys: Keys,
  log: Logger,
  headFile?: string,
): { stop(): Promise<void> } {
  let stopped = false
  let written = ''
  let told = { head: '', at: 0 }
  let running: Promise<void> | undefined

  async function seal(last = false) {
    try {
      await sealAll(pool, keys)
      const head = await readHead(pool)
      if (!head) return
      const text = `${head.count}:${head.hash}`
      if (headFile && text !== written) write(headFile, text)
      written = text
      if (text === told.head || (!last && Date.now() - told.at < tellEvery)) return
      told = { head: text, at: Date.now() }
      log.info({ head: text }, 'audit: sealed')
    } catch (error) {
      log.warn({ err: withoutWords(error) }, 'audit: nothing is sealed until the database answers')
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
