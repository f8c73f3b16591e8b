import { useSyncExternalStore } from 'react'

/** Whether the device believes that there is a line. The server renders as if there were. */
export function useLine(): boolean {
  return useSyncExternalStore(
    subscribeToLine,
    () => navigator.onLine,
    () => true,
  )
}

function subscribeToLine(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
