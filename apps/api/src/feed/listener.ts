import pg from 'pg'
import type { Logger } from 'pino'
import { appRole } from '../walls/roles.ts'

const channel = 'sila'
const gather = 10
const retryAfter = 500

/** The bell between nodes: rings after commits, on a connection of its own, so that no commit waits for another. */
export function listen(databaseUrl: string, log: Logger, hear: (topic: string) => void) {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<string>()

  async function connect() {
    if (stopped) return
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3000,
      application_name: 'sila bell',
    })
    next.on('error', () => undefined)
    // A connection that fails ends as well: the end alone calls for the next one, else they double at every try.
    next.on('end', () => {
      client = undefined
      if (!stopped) setTimeout(() => void connect(), retryAfter)
    })
    let own: number | undefined
    // What we rang ourselves we know already.
    next.on('notification', (message) => {
      if (message.processId !== own) hear(message.payload ?? '')
    })
    try {
      await next.connect()
      await next.query(`set role ${appRole}`)
      const { rows } = await next.query<{ pid: number }>('select pg_backend_pid() as pid')
      own = rows[0]?.pid
      await next.query(`listen ${channel}`)
      client = next
      // Something may have been committed while nobody listened.
      hear('')
    } catch {
      log.warn('feed: waiting for the database')
      await next.end().catch(() => undefined)
    }
  }
  void connect()

  // One after the other on the one connection; what rings meanwhile goes together after it.
  async function send() {
    const topics = [...waiting]
    waiting.clear()
    await client
      ?.query('select pg_notify($1, topic) from unnest($2::text[]) as topic', [channel, topics])
      .catch(() => undefined)
    timer = waiting.size > 0 && !stopped ? setTimeout(() => void send(), gather) : undefined
  }

  return {
    /** Tells the other nodes, at most once in a few milliseconds for the same topic. */
    ring(topic: string) {
      waiting.add(topic)
      timer ??= setTimeout(() => void send(), gather)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
