import { setTimeout as pause } from 'node:timers/promises'
import { ask } from '../../apps/api/src/embedded/postmaster.ts'
import { startHouse } from './house.ts'
import { signInForDrill } from './sign-in.ts'
import { inParallel, submit } from './submit.ts'
import { subscribe } from './subscriber.ts'
import type { Subscriber } from './subscriber.ts'

/** What came of a feed drill; everything in `wrong` must be 0. */
export type FeedReport = {
  events: number
  cuts: number
  wrong: { missed: number; doubled: number; disordered: number; resets: number }
  /** From a cut to the next event, in ms. */
  resume: { median: number; slowest: number }
}

/** Cuts live subscribers again and again while others commit at the same time, then compares with the event table. */
export async function drillFeed(
  size: { events: number; subscribers: number; cuts: number },
  tell: (words: string) => void,
): Promise<FeedReport> {
  const house = await startHouse()
  try {
    const cookie = await signInForDrill(house.url)
    const before = new Set(await storedEvents(house.database))
    const subscribers = await Promise.all(
      Array.from({ length: size.subscribers }, () => subscribe(house.url, cookie)),
    )
    await Promise.all(subscribers.map((each) => each.ready))

    const progress = { sent: 0 }
    const cutting = cutAgainAndAgain(subscribers, size, progress, tell)
    const texts = Array.from({ length: size.events }, (_, index) => `Drill: question ${index} of the feed`)
    await inParallel(texts, 16, async (text) => {
      await submit(house.url, text)
      progress.sent += 1
    })
    await cutting
    const stored = (await storedEvents(house.database)).filter((id) => !before.has(id))
    await untilQuiet(subscribers, new Set(stored))
    for (const each of subscribers) await each.stop()
    return {
      events: stored.length,
      cuts: size.cuts,
      wrong: compare(subscribers, stored),
      resume: resumeOf(subscribers),
    }
  } finally {
    await house.close()
  }
}

/** One cut each time another share of the events is through, so that all of them fall under load. */
async function cutAgainAndAgain(
  subscribers: Subscriber[],
  size: { events: number; cuts: number },
  progress: { sent: number },
  tell: (words: string) => void,
) {
  for (let index = 0; index < size.cuts; index++) {
    while (progress.sent < Math.floor((size.events * (index + 0.5)) / size.cuts)) await pause(1)
    subscribers[index % subscribers.length]?.cut()
    if ((index + 1) % 10 === 0)
      tell(`${index + 1} of ${size.cuts} cuts, ${progress.sent} of ${size.events} events sent`)
  }
}

/** The events of the inbox in the order of the feed. */
async function storedEvents(database: string): Promise<string[]> {
  return ask(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from event where aggregate = 'interaction' order by xid, id`,
    )
    return rows.map((row) => row.id)
  })
}

/** Everybody has as many as there are, or nothing has come for five seconds: then what is missing is missing. */
async function untilQuiet(subscribers: Subscriber[], expected: Set<string>) {
  let last = -1
  for (let quiet = 0; quiet < 50; quiet++) {
    const total = subscribers.reduce((sum, each) => sum + each.seen.length, 0)
    if (subscribers.every(({ seen }) => seen.filter((id) => expected.has(id)).length >= expected.size)) break
    if (total !== last) quiet = 0
    last = total
    await pause(100)
  }
  // A doubled one would come late.
  await pause(500)
}

function compare(subscribers: Subscriber[], stored: string[]) {
  const wrong = { missed: 0, doubled: 0, disordered: 0, resets: 0 }
  const place = new Map(stored.map((id, index) => [id, index]))
  const placeOf = (id: string) => place.get(id) ?? -1
  for (const { seen: all, resets } of subscribers) {
    // What was there before the drill is not its matter.
    const seen = all.filter((id) => place.has(id))
    const known = new Set(seen)
    wrong.missed += stored.filter((id) => !known.has(id)).length
    wrong.doubled += seen.length - known.size
    wrong.disordered += seen.filter((id, index) => placeOf(id) < placeOf(seen[index - 1] ?? '')).length
    wrong.resets += resets
  }
  return wrong
}

function resumeOf(subscribers: Subscriber[]) {
  const times = subscribers.flatMap((each) => each.resumes).toSorted((a, b) => a - b)
  return {
    median: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    slowest: Math.round(times.at(-1) ?? 0),
  }
}
