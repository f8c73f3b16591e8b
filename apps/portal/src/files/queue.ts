import { markWaiting } from '../app/waiting-mark.ts'
import { alter, kept } from '../sending/store.ts'
import type { Chosen } from './chosen.ts'
import type { Follower, Held, Progress } from './follower.ts'
import { leaveFor, upload } from './upload.ts'

const key = 'sila.files'
let seen: readonly Progress[] = []
const listeners = new Set<() => void>()

/** How the files stand that this page knows. */
export const progress = (): readonly Progress[] => seen

/** Hears when that changes. */
export function onProgress(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(id: string, part: Partial<Progress>): void {
  seen = seen.map((each) => (each.id === id ? { ...each, ...part } : each))
  for (const listener of listeners) listener()
}

/** Keeps files on the device before their words are sent. */
export async function follow(of: string, chosen: readonly Chosen[]): Promise<void> {
  const fresh = chosen.map(({ id, file }) => ({ id, of, name: file.name, blob: file }))
  await alterFollowers((all) => [...all.filter((other) => other.of !== of), ...fresh])
}

/** The words have arrived: their files go after them. */
export async function release(of: string, held: Held): Promise<void> {
  await alterFollowers((all) => all.map((each) => (each.of === of ? { ...each, held } : each)))
  await takeLeave(of, held)
  await sendFollowers()
}

// Before any bytes: files belong to the last words, and others may follow these while the first of them goes.
async function takeLeave(of: string, held: Held): Promise<void> {
  for (const each of (await followers()).filter((one) => one.of === of))
    // Without a line, or refused, it is asked for again when its turn comes.
    await leaveFor(each, held, { keep: (part) => change(each.id, part) }).catch(() => undefined)
}

/** Takes a file away that has not arrived. */
export async function drop(id: string): Promise<void> {
  await alterFollowers((all) => all.filter((each) => each.id !== id))
  seen = seen.filter((each) => each.id !== id)
  for (const listener of listeners) listener()
}

/** Takes away all files that were to follow these words, on a phone that is shared. */
export async function dropAll(of: string): Promise<void> {
  for (const { id } of (await followers()).filter((each) => each.of === of)) await drop(id)
}

/** Tries a file again. */
export async function tryAgain(id: string): Promise<void> {
  show(id, { state: 'waiting', message: undefined })
  await sendFollowers()
}

let sending: Promise<void> | undefined

/** Sends whatever can go now, one after the other; called again when the line is back. */
export function sendFollowers(): Promise<void> {
  sending = (sending ?? Promise.resolve()).then(sendEach, sendEach)
  watchLine()
  return sending
}

async function sendEach(): Promise<void> {
  const all = await followers()
  meet(all)
  for (const follower of all) {
    const { state } = seen.find(({ id }) => id === follower.id) ?? {}
    if (!follower.held || state === 'failed' || state === 'arrived') continue
    show(follower.id, { state: 'sending' })
    const outcome = await upload(follower, follower.held, {
      keep: (part) => change(follower.id, part),
      progress: (share) => show(follower.id, { share }),
    })
    if (outcome.state === 'arrived')
      await alterFollowers((rest) => rest.filter(({ id }) => id !== follower.id))
    show(follower.id, outcome)
    // Without a line the others need not try.
    if (outcome.state === 'paused') return
  }
}

function meet(all: readonly Follower[]): void {
  const known = new Set(seen.map(({ id }) => id))
  const fresh = all.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  seen = [
    ...seen,
    ...fresh.map(({ id, of, name, blob }) => ({
      id,
      of,
      name,
      size: blob.size,
      state: 'waiting' as const,
      share: 0,
    })),
  ]
  for (const listener of listeners) listener()
}

async function followers(): Promise<Follower[]> {
  return (await kept<Follower[]>(key)) ?? []
}

async function change(id: string, part: Partial<Follower>): Promise<void> {
  await alterFollowers((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)))
}

async function alterFollowers(work: (all: Follower[]) => Follower[]): Promise<void> {
  const all = await alter<Follower[]>(key, (before = []) => work(before))
  markWaiting(all.length > 0, 'files')
}

let watching = false
const pause = 20_000

// At once when the line comes back, and every now and then: a phone does not always notice.
function watchLine(): void {
  if (watching) return
  watching = true
  const attempt = () => {
    if (navigator.onLine && seen.some(({ state }) => state === 'paused')) void sendFollowers()
  }
  addEventListener('online', attempt)
  setInterval(attempt, pause)
}
