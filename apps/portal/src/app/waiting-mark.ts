const key = 'sila.waiting'

/** Notes that something waits to be sent, where the first page sees it without loading anything. */
export function markWaiting(waits: boolean): void {
  try {
    if (waits) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept, nothing waits beyond the page itself.
  }
}

export function isAnythingWaiting(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}
