import { loadAssociation } from './association.ts'
import { followLeaving } from './leaving.ts'
import { workerAddress } from './trusted.ts'
import { isWaiting } from './waiting-mark.ts'

/** What waits until the page can be used: the association's card, what was left unsent, the offline shell. */
export async function afterStart(): Promise<void> {
  followLeaving()
  await Promise.allSettled([loadAssociation(), sendWhatWaits(), keepShell()])
}

async function sendWhatWaits(): Promise<void> {
  if (isWaiting('words')) await (await import('../sending/outbox.ts')).watchLine()
  if (isWaiting('files')) await (await import('../files/queue.ts')).sendFollowers()
}

async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register(workerAddress())
  await navigator.serviceWorker.ready
  registration.active?.postMessage({ keep: document.documentElement.lang })
}
