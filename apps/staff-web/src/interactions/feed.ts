import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { takeAway } from '../circle/sight.ts'
import { InboxFeedDocument, InboxTotalsDocument, type InboxFeedSubscription } from '../generated/graphql.ts'

/** One thing that the feed told. */
export type FeedItem = InboxFeedSubscription['interactionFeed']

const listeners = new Set<(item: FeedItem) => void>()

/** Keeps the inbox live for as long as the shell stands; rows change in the cache, counts with them. */
export function useInboxFeed(skip: boolean): void {
  const client = useApolloClient()
  const { error, restart } = useSubscription(InboxFeedDocument, {
    skip,
    onData: ({ data: { data } }) => {
      const item = data?.interactionFeed
      if (!item) return
      if (item.counts)
        client.writeQuery({
          query: InboxTotalsDocument,
          data: { __typename: 'Query', inboxCounts: item.counts },
        })
      if (item.reset || !item.counts)
        void client.query({ query: InboxTotalsDocument, fetchPolicy: 'network-only' })
      for (const listener of listeners) listener(item)
      if (item.gone) takeAway(client, item.gone)
    },
  })
  useEffect(() => {
    if (!error) return
    const timer = setTimeout(restart, 3_000)
    return () => clearTimeout(timer)
  }, [error, restart])
}

/** Hears what the feed tells; the rows themselves are in the cache already. */
export function useFeedItems(listener: (item: FeedItem) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const hear = (item: FeedItem): void => latest.current(item)
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [])
}

/** For specs: tells an item as if the server had. */
export function tellFeed(item: FeedItem): void {
  for (const listener of listeners) listener(item)
}
