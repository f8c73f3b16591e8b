import { useSyncExternalStore } from 'react'

/** How the live line stands: nothing asked yet, being made, carrying, cut, or one window too many. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'lost' | 'full'

let state: ConnectionState = 'idle'
const listeners = new Set<() => void>()

/** The state of the WebSocket, told by the link that owns it. */
export const connection = {
  get: (): ConnectionState => state,
  set(next: ConnectionState): void {
    // A first attempt after a cut is still a cut for the person who looks at it.
    if ((state === 'lost' || state === 'full') && next === 'connecting') return
    state = next
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** The state of the live line, for screens that show it. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get)
}
