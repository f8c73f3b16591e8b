import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'

/** Asks before signing out takes words off this computer that were not sent. */
export function LeaveDrafts({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const { t } = useT()
  return (
    <ActDialog
      title={t('nav.signOut')}
      confirm={t('nav.signOut')}
      danger
      busy={false}
      problems={[]}
      onClose={onClose}
      onConfirm={onLeave}
    >
      <p>{t('nav.signOut.drafts')}</p>
    </ActDialog>
  )
}
