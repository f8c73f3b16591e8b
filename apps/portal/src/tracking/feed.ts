import { createClient } from 'graphql-ws'
import { language } from '../app/language.ts'
import { nameOf, requestOf } from '../app/operation.ts'
import { readFragment } from '../generated/fragment-masking.ts'
import { TrackingFeedDocument, TrackingFragmentDoc } from '../generated/graphql.ts'
import type { TrackingFeedSubscription, TrackingFragment } from '../generated/graphql.ts'

type Variables = { reference: string; secret: string; language: string; after?: string }

type Ears = {
  show: (tracked: TrackingFragment) => void
  refetch: () => void
  live: (isLive: boolean) => void
}

/** Follows one matter. After a cut it goes on behind the last item it saw; told RESET, it asks for everything. */
export async function followFeed(start: Variables, ears: Ears): Promise<() => void> {
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => ({ acceptLanguage: language() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    keepAlive: 20_000,
    on: { connected: () => ears.live(true), closed: () => ears.live(false) },
  })
  // graphql-ws writes the payload anew for each connection, so a cursor put in here is the one resumed from.
  const variables: Record<string, unknown> = { ...start }
  const payload = {
    query: '',
    operationName: nameOf(TrackingFeedDocument),
    variables,
    ...(await requestOf(TrackingFeedDocument)),
  }
  const stop = socket.subscribe<TrackingFeedSubscription>(payload, {
    next: ({ data }) => {
      const item = data?.trackedFeed
      if (!item) return
      variables['after'] = item.cursor
      const tracked = readFragment(TrackingFragmentDoc, item.tracked)
      if (tracked && !item.reset) ears.show(tracked)
      else ears.refetch()
    },
    // The page stays usable without the feed; the person can load it again.
    error: () => ears.live(false),
    complete: () => ears.live(false),
  })
  return () => {
    stop()
    void socket.dispose()
  }
}
