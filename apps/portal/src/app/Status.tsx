import { OfflineIcon } from '@sila/ui/icons'
import { useLine } from './line.ts'
import { t } from './words.ts'
import styles from './Status.module.css'

/** Says above every page when there is no line, and that nothing typed is lost. */
export function Status() {
  const online = useLine()
  return (
    <div role="status" className={styles.status} data-print="hide">
      {!online && (
        <p className={styles.offline}>
          <OfflineIcon size={18} />
          <span>{t('offline.banner')}</span>
        </p>
      )}
    </div>
  )
}
