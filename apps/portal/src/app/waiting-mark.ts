/** What can wait on a device. */
export type Waiting = 'words' | 'files'

const keys = { words: 'sila.waiting', files: 'sila.waiting.files' } as const

/** Notes that something waits to be sent, where the first page sees it without loading anything. */
export function markWaiting(waits: boolean, what: Waiting = 'words'): void {
  try {
    if (waits) localStorage.setItem(keys[what], '1')
    else localStorage.removeItem(keys[what])
  } catch {
    // Where nothing can be kept, nothing waits beyond the page itself.
  }
}

export function isWaiting(what: Waiting): boolean {
  try {
    return localStorage.getItem(keys[what]) !== null
  } catch {
    return false
  }
}
