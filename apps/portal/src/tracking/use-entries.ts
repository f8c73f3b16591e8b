import { useEffect, useState } from 'react'
import { client } from '../app/client.ts'
import { readFragment } from '../generated/fragment-masking.ts'
import { TrackedEntriesDocument, TrackedLinesFragmentDoc } from '../generated/graphql.ts'
import type { TrackedLinesFragment, TrackingFragment } from '../generated/graphql.ts'
import type { Key } from './use-tracked.ts'

/** One line of a matter. */
export type Entry = TrackedLinesFragment['nodes'][number]

/** All lines of a matter. They come oldest first, a hundred at a time, and the newest are what a person looks for. */
export function useEntries(tracked: TrackingFragment, secret: string) {
  const { reference } = tracked
  const { nodes, pageInfo } = readFragment(TrackedLinesFragmentDoc, tracked.entries)
  const [rest, setRest] = useState<readonly Entry[]>([])
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null

  useEffect(() => {
    if (next === null) return undefined
    let here = true
    restAfter(next, { reference, secret }).then(
      (found) => {
        if (!here) return
        setRest(found)
        setFailed(false)
      },
      () => here && setFailed(true),
    )
    return () => {
      here = false
    }
    // A change of the matter may have added a line at the end.
  }, [next, reference, secret, tracked, round])

  return {
    entries: next === null ? nodes : [...nodes, ...rest],
    failed: failed && next !== null,
    retry: () => setRound((count) => count + 1),
  }
}

async function restAfter(after: string, key: Key): Promise<Entry[]> {
  const { data } = await client.query({
    query: TrackedEntriesDocument,
    variables: { ...key, after },
    fetchPolicy: 'no-cache',
  })
  const page = readFragment(TrackedLinesFragmentDoc, data?.tracked?.entries)
  if (!page) throw new Error('The matter is not to be had any more')
  const { hasNextPage, endCursor } = page.pageInfo
  return [...page.nodes, ...(hasNextPage && endCursor ? await restAfter(endCursor, key) : [])]
}
