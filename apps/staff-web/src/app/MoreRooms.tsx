import { useQuery } from '@apollo/client/react'
import { Sheet } from '@sila/ui/Sheet'
import { NavLink } from 'react-router'
import { InboxTotalsDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { beyondRow, rooms } from './nav.ts'
import { SavedViews } from './SavedViews.tsx'
import styles from './MoreRooms.module.css'

/** On a phone: the rooms that have no place in its row, by their names, and the saved views. */
export function MoreRooms({ onClose }: { onClose: () => void }) {
  const { t } = useT()
  const { may } = useSession()
  const { data } = useQuery(InboxTotalsDocument, { skip: !may('interaction.read') })
  return (
    <Sheet
      side="bottom"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('nav.more')}
      closeLabel={t('app.close')}
    >
      <nav className={styles.more} aria-label={t('nav.more')}>
        <ul>
          {beyondRow(rooms.filter(({ permission }) => may(permission))).map(({ to, label, icon: Sign }) => (
            <li key={to}>
              <NavLink to={to} className={styles.room} onClick={onClose}>
                <Sign size={19} />
                {t(label)}
              </NavLink>
            </li>
          ))}
        </ul>
        {may('interaction.read') && <SavedViews counts={data?.inboxCounts} onGo={onClose} />}
      </nav>
    </Sheet>
  )
}
