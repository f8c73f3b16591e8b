import { useApolloClient, useSubscription } from '@apollo/client/react'
import { takeAway } from '../circle/sight.ts'
import { useSession } from '../session/Session.tsx'
import { RequestsFeedDocument, type RequestsFeedSubscription } from '../generated/graphql.ts'

type Item = RequestsFeedSubscription['requestFeed']

/** Keeps requests live; the rows change in the cache by themselves. */
export function useRequestFeed(onItem: (item: Item) => void): void {
  const client = useApolloClient()
  const { masked } = useSession()
  useSubscription(RequestsFeedDocument, {
    skip: masked,
    onData: ({ data: { data } }) => {
      if (!data?.requestFeed) return
      onItem(data.requestFeed)
      if (data.requestFeed.gone) takeAway(client, data.requestFeed.gone)
    },
  })
}
