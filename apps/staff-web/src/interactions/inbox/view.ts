import { channelCodes } from '@sila/domain/channel'
import { interactionKinds, interactionStatuses, isOpen } from '@sila/domain/interaction'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type {
  ChannelCode,
  InboxFolder,
  InboxRowFragment,
  InteractionFilter,
  InteractionKind,
  InteractionSort,
  InteractionStatus,
} from '../../generated/graphql.ts'
import { stateOf } from '../../shared/due.ts'

/** The folders of the inbox; the first three are tabs, the rest saved views. */
export const folders = [
  'MINE',
  'UNASSIGNED',
  'ALL',
  'WAITING',
  'OVERDUE',
  'CLOSED',
] as const satisfies readonly InboxFolder[]
/** The orders of the list. */
export const sorts = [
  'LAST_ACTIVITY',
  'RECEIVED',
  'DUE',
  'WAITING_LONGEST',
] as const satisfies readonly InteractionSort[]

const statuses = Object.keys(interactionStatuses).filter((key): key is InteractionStatus =>
  Object.hasOwn(interactionStatuses, key),
)

/** What the list shows; it lives in the address, so a view can be bookmarked and sent. */
export type InboxView = {
  folder: InboxFolder
  sort: InteractionSort
  status?: InteractionStatus | undefined
  kind?: InteractionKind | undefined
  channel?: ChannelCode | undefined
  language?: string | undefined
  search?: string | undefined
}

/** The view that the address names, and a way to change it. */
export function useInboxView(): [InboxView, (change: Partial<InboxView>) => void] {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => viewOf(params), [params])
  const change = (part: Partial<InboxView>): void => {
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(part)) {
        if (value === undefined || value === '') next.delete(key)
        else next.set(key, value)
      }
      return next
    })
  }
  return [view, change]
}

/** Reads a view from an address; what makes no sense is left out. */
export function viewOf(params: URLSearchParams): InboxView {
  return {
    folder: oneOf(folders, params.get('folder')) ?? 'ALL',
    sort: oneOf(sorts, params.get('sort')) ?? 'LAST_ACTIVITY',
    status: oneOf(statuses, params.get('status')),
    kind: oneOf(interactionKinds, params.get('kind')),
    channel: oneOf(channelCodes, params.get('channel')),
    language: params.get('language') ?? undefined,
    search: params.get('search') ?? undefined,
  }
}

/** What the API is asked for. */
export function filterOf({ folder, status, kind, channel, language, search }: InboxView): InteractionFilter {
  return {
    folder,
    ...(status && { status: [status] }),
    ...(kind && { kind: [kind] }),
    ...(channel && { channel: [channel] }),
    ...(language && { language: [language] }),
    ...(search && { search }),
  }
}

/** Whether a matter that just came belongs to the view; a search is left to the server. */
export function belongs(row: InboxRowFragment, view: InboxView, me: string, now: number): boolean {
  if (view.search) return false
  if (view.status && row.status !== view.status) return false
  if (view.kind && row.kind !== view.kind) return false
  if (view.channel && row.channel !== view.channel) return false
  if (view.language && row.language !== view.language) return false
  return inFolder[view.folder](row, me, now)
}

/** How many of the filters are set. */
export function filterCount({ status, kind, channel, language }: InboxView): number {
  return [status, kind, channel, language].filter(Boolean).length
}

const inFolder: Record<InboxFolder, (row: InboxRowFragment, me: string, now: number) => boolean> = {
  MINE: (row, me) => isOpen(row.status) && row.assignee?.id === me,
  UNASSIGNED: (row) => isOpen(row.status) && row.assignee === null,
  ALL: (row) => isOpen(row.status),
  WAITING: (row) => row.status === 'WAITING',
  OVERDUE: (row, _me, now) => row.due !== null && stateOf(row.due, now) === 'late',
  CLOSED: (row) => !isOpen(row.status),
}

function oneOf<Key extends string>(keys: readonly Key[], value: string | null): Key | undefined {
  return keys.find((key) => key === value)
}
