import type { ApolloClient } from '@apollo/client'
import { useEffect, useRef } from 'react'

const listeners = new Set<(id: string) => void>()

/** Takes a matter from every screen: it went out of this person's sight. */
export function takeAway(client: ApolloClient, id: string): void {
  for (const __typename of ['Interaction', 'Request'])
    client.cache.evict({ id: client.cache.identify({ __typename, id }) ?? '' })
  client.cache.gc()
  for (const listener of listeners) listener(id)
}

/** Hears of every matter that went out of sight. */
export function useTakenAway(listener: (id: string) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const hear = (id: string): void => latest.current(id)
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [])
}
