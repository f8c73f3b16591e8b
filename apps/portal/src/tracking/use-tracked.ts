import { CombinedGraphQLErrors } from '@apollo/client'
import { useEffect, useState } from 'react'
import { client } from '../app/client.ts'
import { language } from '../app/language.ts'
import { readFragment } from '../generated/fragment-masking.ts'
import { TrackingDocument, TrackingFragmentDoc } from '../generated/graphql.ts'
import type { TrackingFragment } from '../generated/graphql.ts'
import { followFeed } from './feed.ts'

/** What proves that the matter is the person's own. */
export type Key = { reference: string; secret: string }

export type TrackedState =
  | { state: 'loading' | 'unknown' | 'unreachable' | 'busy' }
  | { state: 'known'; tracked: TrackingFragment; live: boolean }

/** One matter, kept up to date while the page is open. */
export function useTracked(key: Key) {
  const { reference, secret } = key
  const [state, setState] = useState<TrackedState>({ state: 'loading' })
  const [round, setRound] = useState(0)

  useEffect(() => {
    let here = true
    const variables = { reference, secret, language: language() }
    const show = (tracked: TrackingFragment) =>
      here &&
      setState((before) => ({ state: 'known', tracked, live: before.state === 'known' && before.live }))

    async function load(): Promise<boolean> {
      const { data } = await client.query({ query: TrackingDocument, variables, fetchPolicy: 'network-only' })
      const tracked = readFragment(TrackingFragmentDoc, data?.tracked)
      if (tracked) show(tracked)
      else if (here) setState({ state: 'unknown' })
      return Boolean(tracked)
    }

    const started = load().then(
      (known) =>
        known && here ? followFeed(variables, { show, refetch: () => void load(), live }) : undefined,
      (error: unknown) => {
        if (here) setState((before) => (before.state === 'known' ? before : { state: reasonOf(error) }))
        return undefined
      },
    )
    function live(isLive: boolean): void {
      if (here) setState((before) => (before.state === 'known' ? { ...before, live: isLive } : before))
    }
    return () => {
      here = false
      void started.then((stop) => stop?.())
    }
  }, [reference, secret, round])

  return {
    state,
    retry: () => {
      setState({ state: 'loading' })
      setRound((count) => count + 1)
    },
    put: (tracked: TrackingFragment) =>
      setState((before) => ({ state: 'known', tracked, live: before.state === 'known' && before.live })),
  }
}

// Too many tries on one reference are stopped for a while; everything else looks like a broken line.
function reasonOf(error: unknown): 'busy' | 'unreachable' {
  const codes = CombinedGraphQLErrors.is(error)
    ? error.errors.map(({ extensions }) => extensions?.['code'])
    : []
  return codes.includes('TOO_MANY_TRIES') || codes.includes('RATE_LIMITED') ? 'busy' : 'unreachable'
}
