import { NetworkStatus } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { useFeedItems } from '../feed.ts'
import { ReadThreadDocument, ThreadDocument, type ThreadQuery } from '../../generated/graphql.ts'
import { useSession } from '../../session/Session.tsx'

const pageSize = 100

/** A thread as its screen has it. */
export type OpenThread = NonNullable<ThreadQuery['interaction']>

/** One thread, whole and live: the feed moves its version, and a new version brings the new entries. */
export function useThread(id: string) {
  const { data, error, loading, networkStatus, refetch, fetchMore } = useQuery(ThreadDocument, {
    variables: { id, first: pageSize },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const thread = data?.interaction ?? undefined
  const version = thread?.version
  const fetched = useRef<number>(undefined)

  useEffect(() => {
    if (version === undefined) return
    if (fetched.current !== undefined && version > fetched.current) void refetch()
    fetched.current = Math.max(version, fetched.current ?? 0)
  }, [version, refetch])

  // A file that was looked through moves no version, nor does a look in an emergency.
  useFeedItems(({ event, interaction }) => {
    if (interaction?.id === id && /^interaction\.(?:file|emergency)/u.test(event ?? '')) void refetch()
  })

  const page = thread?.entries.pageInfo
  const next = page?.hasNextPage ? page.endCursor : null
  useEffect(() => {
    if (next !== null && networkStatus === NetworkStatus.ready) void fetchMore({ variables: { after: next } })
  }, [next, networkStatus, fetchMore])

  const { masked } = useSession()
  const unread = thread?.unread
  const [markRead] = useMutation(ReadThreadDocument, {
    variables: { id },
    update: (cache) => {
      cache.modify({
        id: cache.identify({ __typename: 'Interaction', id }) ?? '',
        fields: { unread: () => false },
      })
    },
    onError: () => undefined,
  })
  useEffect(() => {
    // What comes in while the tab is in the background has not been read.
    if (unread && !masked && document.visibilityState === 'visible') void markRead()
  }, [unread, version, markRead, masked])

  return { thread, missing: data !== undefined && !loading && thread === undefined, error, refetch }
}
