import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { useTakenAway } from '../../circle/sight.ts'
import { InboxDocument } from '../../generated/graphql.ts'
import { useSession } from '../../session/Session.tsx'
import { useFeedItems } from '../feed.ts'
import { belongs, filterOf, type InboxView } from './view.ts'

const pageSize = 40

type List = {
  ids: readonly string[]
  end: string | null
  more: boolean
  state: 'loading' | 'ready' | 'error'
  arrived: readonly string[]
}
type Change =
  | { type: 'asked'; keep: boolean }
  | { type: 'came'; ids: string[]; end: string | null; more: boolean; first: boolean }
  | { type: 'failed' }
  | { type: 'arrived'; id: string }
  | { type: 'gone'; id: string }

const nothing: List = { ids: [], end: null, more: false, state: 'loading', arrived: [] }

/**
 * The order of the list is frozen when it is fetched: rows change in place, newcomers wait behind the pill,
 * so nothing ever moves under the pointer.
 */
export function useInboxList(view: InboxView) {
  const client = useApolloClient()
  const { me } = useSession()
  const [list, change] = useReducer(next, nothing)
  const asked = useRef(0)
  const key = JSON.stringify(view)

  const fetchPage = useCallback(
    async (after: string | null) => {
      const mine = after === null ? ++asked.current : asked.current
      try {
        const { data } = await client.query({
          query: InboxDocument,
          variables: { first: pageSize, after, where: filterOf(view), sort: view.sort },
          fetchPolicy: 'network-only',
        })
        // An answer to a view that has been left is of no use.
        if (mine !== asked.current || !data) return
        const { nodes, pageInfo } = data.interactions
        change({
          type: 'came',
          ids: nodes.map(({ id }) => id),
          end: pageInfo.endCursor,
          more: pageInfo.hasNextPage,
          first: after === null,
        })
      } catch {
        if (mine === asked.current) change({ type: 'failed' })
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the view is compared by what it says, not by its identity
    [client, key],
  )

  useEffect(() => {
    change({ type: 'asked', keep: false })
    void fetchPage(null)
  }, [fetchPage])

  const refresh = useCallback(() => {
    change({ type: 'asked', keep: true })
    void fetchPage(null)
  }, [fetchPage])

  const { more, end, state, ids } = list
  const fetchMore = useCallback(() => {
    if (!more || end === null || state !== 'ready') return
    change({ type: 'asked', keep: true })
    void fetchPage(end)
  }, [more, end, state, fetchPage])

  useFeedItems((item) => {
    if (item.reset) return refresh()
    const row = item.interaction
    if (!row || ids.includes(row.id) || !belongs(row, view, me.id, Date.now())) return
    // Where there is nothing, nothing can move.
    if (ids.length === 0 && state === 'ready') refresh()
    else change({ type: 'arrived', id: row.id })
  })

  useTakenAway((id) => change({ type: 'gone', id }))

  return { ...list, refresh, fetchMore }
}

function next(list: List, event: Change): List {
  switch (event.type) {
    case 'asked':
      return event.keep ? { ...list, state: 'loading' } : nothing
    case 'came': {
      const ids = event.first ? event.ids : [...new Set([...list.ids, ...event.ids])]
      const arrived = event.first ? [] : list.arrived
      return { ids, end: event.end, more: event.more, state: 'ready', arrived }
    }
    case 'failed':
      return { ...list, state: 'error' }
    case 'arrived':
      return list.arrived.includes(event.id) ? list : { ...list, arrived: [...list.arrived, event.id] }
    case 'gone': {
      const stays = (id: string): boolean => id !== event.id
      return { ...list, ids: list.ids.filter(stays), arrived: list.arrived.filter(stays) }
    }
  }
}
