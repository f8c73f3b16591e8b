import { markWaiting } from '../app/waiting-mark.ts'
import { post } from './post.ts'
import { alter, forget, keep, kept } from './store.ts'
import type { KeptReceipt, Outcome, Work } from './work.ts'

const queueKey = 'sila.outbox'
const receiptKey = 'sila.receipt'

/**
 * Sends what a person wrote, or keeps it until the line is back. However often this is called for the same work,
 * by this tab or another, now or after a restart, the API stores it once: its `clientMutationId` stays the same.
 */
export async function send(work: Work): Promise<Outcome> {
  await queue(work)
  return alone(() => sendQueued(work))
}

/** Sends all that waits; called at the start of a page, and when the line comes back. */
export async function sendAll(): Promise<void> {
  for (const work of await waiting()) tell(idOf(work), await alone(() => sendQueued(work)))
}

/** The work that waits on this device. */
export async function waiting(): Promise<Work[]> {
  return (await kept<Work[]>(queueKey)) ?? []
}

/** The receipt of what was sent last from this device. */
export function lastReceipt(): Promise<KeptReceipt | undefined> {
  return kept<KeptReceipt>(receiptKey)
}

/** Removes the receipt, on a phone that is shared. */
export function forgetReceipt(): Promise<void> {
  return forget(receiptKey)
}

export function idOf(work: Work): string {
  return work.input.clientMutationId
}

async function sendQueued(work: Work): Promise<Outcome> {
  // Another tab may have sent it while this one waited for its turn.
  if (!(await waiting()).some((other) => idOf(other) === idOf(work))) {
    const receipt = await lastReceipt()
    return receipt?.clientMutationId === idOf(work) ? { state: 'sent', receipt } : { state: 'failed' }
  }
  const outcome = await post(work)
  if (outcome.state === 'sent') await keep(receiptKey, outcome.receipt)
  if (outcome.state === 'sent' || (outcome.state === 'refused' && !isForNow(outcome))) await unqueue(work)
  if (outcome.state === 'sent') await forget(work.draft)
  if (outcome.state === 'sent' && 'files' in work && work.files) void sendFilesOf(work, outcome.receipt)
  return outcome
}

// Where many phones share a line, all of them send at once when it is back: what is too much now is not too much later.
function isForNow({ problems }: Extract<Outcome, { state: 'refused' }>): boolean {
  return problems.every(({ code }) => code === 'TOO_MANY_TRIES')
}

// They have the whole page's life to arrive in, and what is left goes on at the next visit.
async function sendFilesOf(work: Work, { reference, secret }: KeptReceipt): Promise<void> {
  const { release } = await import('../files/queue.ts')
  await release(idOf(work), { reference, secret })
}

const queue = (work: Work) => alterQueue((others) => [...others, work], work)
const unqueue = (work: Work) => alterQueue((others) => others, work)

async function alterQueue(next: (others: Work[]) => Work[], work: Work): Promise<void> {
  const all = await alter<Work[]>(queueKey, (before = []) =>
    next(before.filter((other) => idOf(other) !== idOf(work))),
  )
  markWaiting(all.length > 0)
}

let last: Promise<unknown> = Promise.resolve()

// One sender at a time: within this page by waiting for the last one, over all tabs by a lock. Browsers have
// locks only over TLS; without them other tabs rely on the API, which stores each id once.
function alone<Result>(act: () => Promise<Result>): Promise<Result> {
  const locked = () => ('locks' in navigator ? navigator.locks.request(queueKey, act) : act())
  const mine = last.then(locked, locked)
  last = mine
  return mine
}

type Listener = (id: string, outcome: Outcome) => void
const listeners = new Set<Listener>()

/** Hears how the sending of waiting work ended. */
export function onOutcome(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(id: string, outcome: Outcome): void {
  for (const listener of listeners) listener(id, outcome)
}

const pause = 20_000
let watching = false

/** Tries again whenever there is hope: at once, when the line comes back, and every now and then. */
export async function watchLine(): Promise<void> {
  if (watching) return
  watching = true
  const attempt = () => {
    if (navigator.onLine) void sendAll()
  }
  addEventListener('online', attempt)
  setInterval(() => {
    void waiting().then((work) => {
      if (work.length > 0) attempt()
    })
  }, pause)
  if ((await waiting()).length > 0) attempt()
}
