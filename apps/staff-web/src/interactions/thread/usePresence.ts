import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import {
  SetPresenceDocument,
  ThreadPresenceDocument,
  type PresenceState,
  type ViewerFragment,
} from '../../generated/graphql.ts'
import { useSession } from '../../session/Session.tsx'

const beatMs = 15_000

/** Tells colleagues that one is here, reading or writing, and who else is. */
export function usePresence(
  id: string,
  writing: boolean,
  known: readonly ViewerFragment[],
): readonly ViewerFragment[] {
  const client = useApolloClient()
  const { me, masked } = useSession()
  const { data } = useSubscription(ThreadPresenceDocument, { variables: { id }, skip: masked })
  const state = useRef<PresenceState>('VIEWING')
  state.current = writing ? 'WRITING' : 'VIEWING'

  useEffect(() => {
    if (masked) return
    const tell = (now: PresenceState): void => {
      client.mutate({ mutation: SetPresenceDocument, variables: { id, state: now } }).catch(() => undefined)
    }
    const beat = (): void => {
      if (document.visibilityState === 'visible') tell(state.current)
    }
    const leave = (): void => tell('LEFT')
    const timer = setInterval(beat, beatMs)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [client, id, masked])

  useEffect(() => {
    if (masked) return
    client
      .mutate({ mutation: SetPresenceDocument, variables: { id, state: writing ? 'WRITING' : 'VIEWING' } })
      .catch(() => undefined)
  }, [client, id, writing, masked])

  return (data?.presence ?? known).filter(({ staff, state: their }) => staff.id !== me.id && their !== 'LEFT')
}
