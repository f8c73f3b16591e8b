import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { Skeleton } from '@sila/ui/Skeleton'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../i18n/useT.ts'
import { InboxRow } from './InboxRow.tsx'
import type { useInboxList } from './useInboxList.ts'
import styles from './InboxList.module.css'

type Props = {
  list: ReturnType<typeof useInboxList>
  selected: string | undefined
  onOpen: (id: string) => void
  emptyText: string
}

const rowHeight = 113

/** The list: only what is seen is drawn, the next page comes before its end is reached. */
export function InboxList({ list, selected, onOpen, emptyText }: Props) {
  const { t } = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const { ids, more, state, fetchMore } = list
  const active = Math.min(focused, Math.max(0, ids.length - 1))
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    // The row with the focus stays drawn when it is scrolled away, or the focus would fall to the page.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .filter((i) => i < ids.length)
        .sort((a, b) => a - b),
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (more && last >= ids.length - 12) fetchMore()
  }, [more, last, ids.length, fetchMore])

  const place = selected === undefined ? -1 : ids.indexOf(selected)
  useEffect(() => {
    if (place < 0) return
    setFocused(place)
    rows.scrollToIndex(place, { align: 'auto' })
    // oxlint-disable-next-line react/exhaustive-deps -- only a new choice scrolls; rows that come or change never do
  }, [selected])

  function moveTo(index: number): void {
    const target = Math.min(Math.max(0, index), ids.length - 1)
    setFocused(target)
    rows.scrollToIndex(target, { align: 'auto' })
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${target}"]`)?.focus(),
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.code]
    if (step !== undefined) {
      event.preventDefault()
      moveTo(step(active, ids.length))
    } else if (event.code === 'Enter' || event.code === 'Space') {
      event.preventDefault()
      const id = ids[active]
      if (id !== undefined) onOpen(id)
    }
  }

  if (ids.length === 0) return <Nothing state={state} emptyText={emptyText} onRetry={list.refresh} />
  return (
    <div ref={scroller} className={styles.scroller} data-testid="inbox-scroller">
      <div
        role="listbox"
        aria-label={t('inbox.list')}
        className={styles.list}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, key, start }) => {
          const id = ids[index]
          if (id === undefined) return null
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              data-id={id}
              role="option"
              aria-selected={id === selected}
              aria-posinset={index + 1}
              aria-setsize={more ? -1 : ids.length}
              tabIndex={index === active ? 0 : -1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setFocused(index)
                onOpen(id)
              }}
            >
              <InboxRow id={id} />
            </div>
          )
        })}
      </div>
      {state === 'error' && (
        <div className={styles.failed}>
          <p>{t('inbox.moreFailed')}</p>
          <Button size="small" onClick={list.refresh}>
            {t('app.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
  PageDown: (index) => index + 6,
  PageUp: (index) => index - 6,
}

type NothingProps = { state: 'loading' | 'ready' | 'error'; emptyText: string; onRetry: () => void }

function Nothing({ state, emptyText, onRetry }: NothingProps) {
  const { t } = useT()
  if (state === 'loading')
    return (
      <div className={styles.scroller}>
        <div className={styles.waiting}>
          <Skeleton rows={7} avatar lines={3} label={t('app.loading')} />
        </div>
      </div>
    )
  if (state === 'ready')
    return (
      <div className={styles.scroller}>
        <EmptyState text={emptyText} />
      </div>
    )
  return (
    <div className={styles.scroller}>
      <EmptyState text={t('inbox.failed')} action={<Button onClick={onRetry}>{t('app.retry')}</Button>} />
    </div>
  )
}
