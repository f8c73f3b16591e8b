let online = true

Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online })

/** Cuts the line, and tells the page so. */
export function goOffline(): void {
  online = false
  dispatchEvent(new Event('offline'))
}

/** The line is back. */
export function goOnline(): void {
  online = true
  dispatchEvent(new Event('online'))
}
