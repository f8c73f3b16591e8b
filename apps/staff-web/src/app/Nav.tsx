import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { formatNumber } from '@sila/ui/format'
import { IconButton } from '@sila/ui/IconButton'
import { ChevronDownIcon, FileAddIcon, GridIcon, KeyboardIcon, SearchIcon } from '@sila/ui/icons'
import { Kbd } from '@sila/ui/Kbd'
import { NavLink, useLocation } from 'react-router'
import { InboxTotalsDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { Mark } from './Mark.tsx'
import { Myself } from './Myself.tsx'
import { beyondRow, rooms } from './nav.ts'
import styles from './Nav.module.css'
import { SavedViews } from './SavedViews.tsx'

type Props = {
  onSearch: () => void
  onRecord: () => void
  onHelp: () => void
  /** Shows the rooms that find no place on a phone. */
  onMore: () => void
  moreShown: boolean
}

/** The column of rooms. */
export function Nav({ onSearch, onRecord, onHelp, onMore, moreShown }: Props) {
  const { t, language } = useT()
  const { association, may } = useSession()
  const { data } = useQuery(InboxTotalsDocument, { skip: !may('interaction.read') })
  const counts = data?.inboxCounts
  const { pathname } = useLocation()
  const mine = rooms.filter(({ permission }) => may(permission))
  const beyond = beyondRow(mine)
  // The last place shows the open room, where that is one of those behind it.
  const open = beyond.find(({ to }) => pathname.startsWith(to))
  const More = open?.icon ?? GridIcon
  const more = open ? t('nav.moreOpen', { room: t(open.label) }) : t('nav.more')
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
      <ul className={styles.rooms}>
        {mine.map((room) => {
          const { to, label, icon: Sign, count } = room
          return (
            <li key={to} data-beyond={beyond.includes(room) || undefined}>
              <NavLink to={to} className={styles.room} title={t(label)}>
                <Sign size={19} />
                <span className={styles.text}>{t(label)}</span>
                {count && counts && (
                  <span className={styles.count}>{formatNumber(counts[count], language)}</span>
                )}
              </NavLink>
            </li>
          )
        })}
        {beyond.length > 0 && (
          <li className={styles.more}>
            <button
              type="button"
              className={styles.room}
              title={more}
              aria-haspopup="dialog"
              aria-expanded={moreShown}
              aria-current={open && 'true'}
              onClick={onMore}
            >
              <More size={19} />
              {open && <ChevronDownIcon size={12} />}
              <span className={styles.text}>{more}</span>
            </button>
          </li>
        )}
      </ul>
      {may('interaction.read') && (
        <div className={styles.views}>
          <SavedViews counts={counts} />
        </div>
      )}
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
