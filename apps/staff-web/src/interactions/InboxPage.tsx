import { useEffect } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { useShortcuts } from '../keyboard/useShortcuts.ts'
import { InboxList } from './inbox/InboxList.tsx'
import { ListHead } from './inbox/ListHead.tsx'
import { LiveLine } from './inbox/LiveLine.tsx'
import { useInboxList } from './inbox/useInboxList.ts'
import { useInboxView } from './inbox/view.ts'
import { NoThread } from './thread/NoThread.tsx'
import { Thread } from './thread/Thread.tsx'
import styles from './InboxPage.module.css'

/** The inbox: list, thread, person. */
export function InboxPage() {
  const { t } = useT()
  const { id } = useParams()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [view, changeView] = useInboxView()
  const list = useInboxList(view)
  const query = params.toString()

  const open = (next: string | undefined): void => {
    void navigate({ pathname: next === undefined ? '/inbox' : `/inbox/${next}`, search: query })
  }
  const step = (by: number): void => {
    const place = id === undefined ? -1 : list.ids.indexOf(id)
    const next = list.ids[place < 0 ? 0 : place + by]
    if (next !== undefined) open(next)
  }
  useShortcuts({
    next: () => step(1),
    previous: () => step(-1),
    back: () => open(undefined),
    refresh: list.refresh,
  })

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
        <Thread key={id} id={id} onNext={() => step(1)} onBack={() => open(undefined)} />
      )}
    </div>
  )
}
