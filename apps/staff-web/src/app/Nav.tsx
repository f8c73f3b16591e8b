import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { formatNumber } from '@sila/ui/format'
import { IconButton } from '@sila/ui/IconButton'
import { FileAddIcon, KeyboardIcon, SearchIcon } from '@sila/ui/icons'
import { Kbd } from '@sila/ui/Kbd'
import { useEffect, useRef } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { InboxTotalsDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { Mark } from './Mark.tsx'
import { Myself } from './Myself.tsx'
import { rooms, savedViews } from './nav.ts'
import styles from './Nav.module.css'

type Props = { onSearch: () => void; onRecord: () => void; onHelp: () => void }

/** The column of rooms. */
export function Nav({ onSearch, onRecord, onHelp }: Props) {
  const { t, language } = useT()
  const { association, may } = useSession()
  const { data } = useQuery(InboxTotalsDocument, { skip: !may('interaction.read') })
  const counts = data?.inboxCounts
  const { pathname } = useLocation()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // On a phone the row of rooms may be wider than the screen: the open one is brought into it.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <header className={styles.head}>
        <Mark />
        <div className={styles.names}>
          <p className={styles.brand}>{t('app.name')}</p>
          <p className={styles.association}>
            <Bdi>{association.name}</Bdi>
          </p>
        </div>
      </header>
      <button type="button" className={styles.search} onClick={onSearch} title={t('nav.search')}>
        <SearchIcon size={18} />
        <span className={styles.text}>{t('nav.search')}</span>
        <span className={styles.keys} aria-hidden="true">
          <Kbd>{t('nav.searchKeys')}</Kbd>
        </span>
      </button>
      <ul ref={list} className={styles.rooms}>
        {rooms
          .filter(({ permission }) => may(permission))
          .map(({ to, label, icon: Sign, count }) => (
            <li key={to}>
              <NavLink to={to} className={styles.room} title={t(label)}>
                <Sign size={19} />
                <span className={styles.text}>{t(label)}</span>
                {count && counts && (
                  <span className={styles.count}>{formatNumber(counts[count], language)}</span>
                )}
              </NavLink>
            </li>
          ))}
      </ul>
      {may('interaction.read') && <SavedViews counts={counts} />}
      <footer className={styles.foot}>
        {may('interaction.record') && (
          <button type="button" className={styles.record} onClick={onRecord}>
            <FileAddIcon size={18} />
            <span className={styles.text}>{t('nav.record')}</span>
            <span className={styles.keys} aria-hidden="true">
              <Kbd>{t('nav.recordKey')}</Kbd>
            </span>
          </button>
        )}
        <div className={styles.me}>
          <Myself />
          <IconButton
            className={styles.help}
            label={t('nav.shortcuts')}
            icon={<KeyboardIcon size={18} />}
            onClick={onHelp}
          />
        </div>
      </footer>
    </nav>
  )
}

type Counts = { overdue: number; waiting: number; unassigned: number }

function SavedViews({ counts }: { counts: Counts | undefined }) {
  const { t, language } = useT()
  const { pathname, search } = useLocation()
  const folder = pathname.startsWith('/inbox') ? new URLSearchParams(search).get('folder') : null
  return (
    <section className={styles.views} aria-labelledby="saved-views">
      <h2 id="saved-views" className={styles.viewsTitle}>
        {t('nav.savedViews')}
      </h2>
      <ul className={styles.rooms}>
        {savedViews.map((view) => (
          <li key={view.folder}>
            <Link
              to={{ pathname: '/inbox', search: `?folder=${view.folder}` }}
              className={styles.view}
              aria-current={folder === view.folder ? 'page' : undefined}
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
