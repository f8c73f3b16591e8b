import { Sheet } from '@sila/ui/Sheet'
import { useT } from '../../i18n/useT.ts'
import type { OpenThread } from '../thread/useThread.ts'
import { Person } from './PersonPanel.tsx'
import styles from './PersonPanel.module.css'

/** The person over the thread, where the screen has no room for them beside it. */
export function PersonSheet({ thread, onClose }: { thread: OpenThread; onClose: () => void }) {
  const { t } = useT()
  return (
    <Sheet
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('person.label')}
      closeLabel={t('app.close')}
    >
      <div className={styles.sheet}>
        <Person thread={thread} />
      </div>
    </Sheet>
  )
}
