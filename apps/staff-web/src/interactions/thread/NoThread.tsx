import { EmptyState } from '@sila/ui/EmptyState'
import { useT } from '../../i18n/useT.ts'
import styles from './Thread.module.css'

/** The middle of the inbox before anything is opened. */
export function NoThread() {
  const { t } = useT()
  return (
    <section className={styles.none} aria-label={t('thread.label')}>
      <EmptyState text={t('thread.none')} />
    </section>
  )
}
