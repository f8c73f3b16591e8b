import { useSubscription } from '@apollo/client/react'
import { RequestsFeedDocument, type RequestsFeedSubscription } from '../generated/graphql.ts'

type Item = RequestsFeedSubscription['requestFeed']

/** Keeps requests live; the rows change in the cache by themselves. */
export function useRequestFeed(onItem: (item: Item) => void): void {
  useSubscription(RequestsFeedDocument, {
    onData: ({ data: { data } }) => {
      if (data?.requestFeed) onItem(data.requestFeed)
    },
  })
}
