import { formatDate } from '@sila/ui/format'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { ThreadEntryFragment } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { useNow } from '../../shared/useNow.ts'
import { Entry } from './Entry.tsx'
import type { OpenThread } from './useThread.ts'
import styles from './Entries.module.css'

type Props = {
  thread: OpenThread
  /** What is to be known before something is written under it. */
  children?: ReactNode
}

/** The conversation by days, the newest at the bottom. */
export function Entries({ thread, children }: Props) {
  const { t, language } = useT()
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const entries = inOrder(thread.entries.nodes)
  const days = byDay(entries)
  const count = entries.length

  useEffect(() => {
    const box = scroller.current
    // Somebody who reads further up is left where they are.
    if (box && atEnd.current) box.scrollTop = box.scrollHeight
  }, [count])

  const today = dayOf(new Date(now).toISOString())
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="log"
      aria-label={t('thread.conversation')}
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60
      }}
    >
      <div className={styles.entries}>
        {days.map(([day, list]) => (
          <section key={day} className={styles.day}>
            <h3 className={styles.date}>
              {day === today && `${t('thread.today')} · `}
              {formatDate(list[0]?.at ?? day, language, { calendar: day === today ? 'hijri' : 'both' })}
            </h3>
            {list.map((entry) => (
              <Entry key={entry.id} entry={entry} thread={thread} />
            ))}
          </section>
        ))}
        {children && <div className={styles.last}>{children}</div>}
      </div>
    </div>
  )
}

function inOrder(entries: readonly ThreadEntryFragment[]): ThreadEntryFragment[] {
  return entries.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

function byDay(entries: readonly ThreadEntryFragment[]): [string, ThreadEntryFragment[]][] {
  const days = new Map<string, ThreadEntryFragment[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}

const riyadh = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
  timeZone: 'Asia/Riyadh',
  dateStyle: 'short',
})

function dayOf(at: string): string {
  return riyadh.format(new Date(at))
}
