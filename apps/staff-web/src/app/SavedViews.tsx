import { formatNumber } from '@sila/ui/format'
import { useId } from 'react'
import { Link, useLocation } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { savedViews } from './nav.ts'
import styles from './SavedViews.module.css'

type Props = {
  counts: { overdue: number; waiting: number; unassigned: number } | undefined
  onGo?: () => void
}

/** The views of the inbox that have a place of their own, under their heading. */
export function SavedViews({ counts, onGo }: Props) {
  const { t, language } = useT()
  const id = useId()
  const { pathname, search } = useLocation()
  const folder = pathname.startsWith('/inbox') ? new URLSearchParams(search).get('folder') : null
  return (
    <section className={styles.views} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t('nav.savedViews')}
      </h2>
      <ul>
        {savedViews.map((view) => (
          <li key={view.folder}>
            <Link
              to={{ pathname: '/inbox', search: `?folder=${view.folder}` }}
              className={styles.view}
              aria-current={folder === view.folder ? 'page' : undefined}
              onClick={onGo}
            >
              <span className={styles.square} data-tone={view.tone} />
              <span>{t(`inbox.folder.${view.folder}`)}</span>
              {view.count && counts && (
                <span className={styles.count}>{formatNumber(counts[view.count], language)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
