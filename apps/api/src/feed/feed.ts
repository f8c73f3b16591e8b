import type { Guarded } from '@sila/domain/permission'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { makeCursor, readCursor } from './cursor.ts'
import type { Position } from './cursor.ts'
import { listen } from './listener.ts'
import { Queue } from './queue.ts'

/** A stored event, as the feed reads it. */
export type StoredEvent = {
  id: string
  xid: string
  aggregate: string
  aggregateId: string
  type: string
  actorId: string | null
  visibility: 'PUBLIC' | 'STAFF'
  payload: Record<string, unknown>
  /** Who could see the matter before, where this changed it. */
  before: Guarded | null
  at: Date
}

/** What a subscriber gets: an event with the cursor behind it, or the word that it must load everything anew. */
export type FeedItem = {
  cursor: string
  reset: boolean
  event?: StoredEvent
  /** Whether it was read once more for this subscriber, which lies behind. */
  missed?: true
}

/** The gap-free feed of this node. */
export type Feed = {
  /** Something was committed here: look soon, and tell the other nodes. */
  wake(): void
  /**
   * Every event after the cursor, then every further one as it is committed; without a cursor from now on. Of whoever
   * follows one thing `about`, nothing else is read.
   */
  follow(
    after: string | null | undefined,
    wanted: (event: StoredEvent) => boolean,
    about?: string,
  ): AsyncIterableIterator<FeedItem>
  /** Wakes whoever waits for a topic that is not stored, e.g. presence. */
  announce(topic: string): void
  onTopic(listener: (topic: string) => void): () => void
  stop(): Promise<void>
}

const page = 1000
/** A subscriber that is further behind than this loads its screen anew rather than replaying. */
const replayLimit = 5000
const pollEvery = 1000
/** Commits that follow each other this closely, in milliseconds, are read together. */
const gatherFor = 10

const columns = `id, xid::text as xid, aggregate, aggregate_id as "aggregateId", type, actor_id as "actorId", visibility, payload, before, at`
// Ordered by event.xid: a bare xid would be the text of the selected column, and 999 come after 1000.
// Below the horizon of running transactions nothing can appear any more: no gap, whatever commits in which order.
const settled = `xid < pg_snapshot_xmin(pg_current_snapshot())`

/** Starts to follow the event table. A NOTIFY only wakes it; the table is the truth, and a poll is the safety net. */
export async function startFeed(pool: Pool, databaseUrl: string, log: Logger): Promise<Feed> {
  let epoch = await readEpoch(pool)
  let head = await readHead(pool)
  const followers = new Set<(events: StoredEvent[]) => void>()
  const topics = new Set<(topic: string) => void>()
  let draining: Promise<void> | undefined
  let again = false
  let stopped = false
  let soon: NodeJS.Timeout | undefined

  /** Reads on; whoever asks while it runs waits for the round that begins after the question. */
  function drain(): Promise<void> {
    if (stopped) return Promise.resolve()
    again = true
    draining ??= readOn()
    return draining
  }

  async function readOn() {
    try {
      while (again) {
        again = false
        let events = await readAfter(pool, head)
        while (events.length > 0) {
          head = positionOf(events[events.length - 1] ?? head)
          for (const follower of followers) follower(events)
          events = events.length === page ? await readAfter(pool, head) : []
        }
      }
    } catch (error) {
      // The database is away; the next poll tries again from the same place.
      log.warn({ code: codeOf(error) }, 'feed: the database does not answer')
    } finally {
      // In the same breath as the last look at `again`: no question falls between the two.
      draining = undefined
    }
  }

  const doorbell = listen(databaseUrl, log, (topic) => {
    if (topic === '') void drain()
    else for (const listener of topics) listener(topic)
  })
  const poll = setInterval(() => void drain(), pollEvery)

  async function* follow(
    after: string | null | undefined,
    wanted: (event: StoredEvent) => boolean,
    about?: string,
  ): AsyncGenerator<FeedItem> {
    const queue = new Queue<StoredEvent>()
    const follower = (events: StoredEvent[]) => {
      for (const event of events) if (wanted(event)) queue.push(event)
    }
    // A new house is seeded after its feed began: its epoch is known later, and its history is no news.
    epoch ??= await readEpoch(pool)
    const current = epoch ?? '00000000'
    if (!after) await drain()
    // First join the live stream, then catch up with what lies between: nothing can fall between the two.
    followers.add(follower)
    try {
      let position = head
      const asked = readCursor(after)
      if (after) {
        if (asked?.epoch !== current) {
          yield { cursor: makeCursor(current, position), reset: true }
        } else {
          const missed = await readAfter(pool, asked, replayLimit + 1, about)
          if (missed.length > replayLimit) {
            yield { cursor: makeCursor(current, position), reset: true }
          } else {
            position = asked
            for (const event of missed) {
              position = positionOf(event)
              if (wanted(event))
                yield { cursor: makeCursor(current, position), reset: false, event, missed: true }
            }
          }
        }
      } else {
        // The first word names the cursor, so that even a cut before the first event loses nothing.
        yield { cursor: makeCursor(current, position), reset: false }
      }
      for await (const event of queue) {
        if (!isAfter(positionOf(event), position)) continue
        position = positionOf(event)
        yield { cursor: makeCursor(current, position), reset: false, event }
      }
    } finally {
      followers.delete(follower)
      queue.end()
    }
  }

  return {
    wake() {
      // Where nobody follows, the poll is soon enough.
      if (followers.size > 0) {
        soon ??= setTimeout(() => {
          soon = undefined
          void drain()
        }, gatherFor)
      }
      doorbell.ring('')
    },
    follow,
    announce: (topic) => {
      for (const listener of topics) listener(topic)
      doorbell.ring(topic)
    },
    onTopic(listener) {
      topics.add(listener)
      return () => topics.delete(listener)
    },
    async stop() {
      stopped = true
      clearTimeout(soon)
      clearInterval(poll)
      await doorbell.stop()
    },
  }
}

async function readAfter(pool: Pool, after: Position, limit = page, about?: string): Promise<StoredEvent[]> {
  const { rows } = await pool.query<StoredEvent>({
    name: about ? 'feed-after-about' : 'feed-after',
    // Of one thing: event_thread serves it.
    text: `select ${columns} from event where (xid, id) > ($1::xid8, $2::uuid) and ${settled} ${about ? 'and aggregate_id = $4' : ''}
      order by event.xid, event.id limit $3`,
    values: [after.xid, after.id, limit, ...(about ? [about] : [])],
  })
  return rows
}

async function readHead(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ xid: string; id: string }>(
    `select xid::text as xid, id from event where ${settled} order by event.xid desc, event.id desc limit 1`,
  )
  return rows[0] ?? { xid: '0', id: '00000000-0000-0000-0000-000000000000' }
}

/** A restored database gets a new epoch, so that cursors from before it are answered with RESET. */
async function readEpoch(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ epoch: string }>(
    `select left(epoch::text, 8) as epoch from association limit 1`,
  )
  return rows[0]?.epoch
}

function positionOf(event: Position): Position {
  return { xid: event.xid, id: event.id }
}

function isAfter(a: Position, b: Position): boolean {
  const [x, y] = [BigInt(a.xid), BigInt(b.xid)]
  return x === y ? a.id > b.id : x > y
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
