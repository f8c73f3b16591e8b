import { lazy, Suspense, useEffect } from 'react'
import { useParams } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { useShortcuts } from '../keyboard/useShortcuts.ts'
import { InboxList } from './inbox/InboxList.tsx'
import { ListHead } from './inbox/ListHead.tsx'
import { LiveLine } from './inbox/LiveLine.tsx'
import { useInboxList } from './inbox/useInboxList.ts'
import { useOpen } from './inbox/useOpen.ts'
import { useInboxView } from './inbox/view.ts'
import { NoThread } from './thread/NoThread.tsx'
import styles from './InboxPage.module.css'

// The list comes first; the thread is fetched beside its own words, or as soon as the list stands.
const loadThread = async () => ({ default: (await import('./thread/Thread.tsx')).Thread })
const Thread = lazy(loadThread)

/** The inbox: list, thread, person. */
export function InboxPage() {
  const { t } = useT()
  const { id } = useParams()
  const [view, changeView] = useInboxView()
  const list = useInboxList(view)
  const { open, step } = useOpen(id, list.ids)
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    back: () => open(undefined),
    refresh: list.refresh,
  })

  useEffect(() => void loadThread(), [])

  // The title tells the tab how many wait.
  const waiting = list.arrived.length
  useEffect(() => {
    document.title = waiting > 0 ? t('inbox.tabTitle', { count: waiting }) : t('app.name')
  }, [waiting, t])

  return (
    <div className={styles.panes} data-open={id !== undefined || undefined}>
      {/* On a phone an open conversation hides the list; the page keeps its name. */}
      <h1 className={styles.name}>{t('nav.inbox')}</h1>
      <section className={styles.list} aria-label={t('nav.inbox')}>
        <ListHead view={view} onChange={changeView} />
        <LiveLine
          arrived={list.arrived.length}
          refreshing={list.state === 'loading' && list.ids.length > 0}
          order={t(`inbox.sort.${view.sort}`)}
          onShow={list.refresh}
        />
        <InboxList list={list} selected={id} onOpen={open} emptyText={t(`inbox.empty.${view.folder}`)} />
      </section>
      {id === undefined ? (
        <NoThread />
      ) : (
        <Suspense fallback={null}>
          <Thread key={id} id={id} onNext={() => step(1)} onBack={() => open(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
