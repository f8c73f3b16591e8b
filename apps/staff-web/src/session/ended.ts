const listeners = new Set<() => void>()

/** Tells the shell that the server may no longer know this session. */
export const sessionEnded = {
  announce(): void {
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
