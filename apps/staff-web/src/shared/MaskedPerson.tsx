import { Code } from '@sila/ui/Bdi'
import { useT } from '../i18n/useT.ts'
import styles from './MaskedPerson.module.css'

/** Whose name this role does not read: it says so, why, and what the sign in its place is good for. */
export function MaskedPerson({ id }: { id: string }) {
  const { t } = useT()
  return (
    <div className={styles.masked}>
      <h2>{t('person.hidden')}</h2>
      <p className={styles.sign}>
        {t('person.sign')} <Code>{id}</Code>
      </p>
      <p className={styles.why}>{t('person.masked')}</p>
    </div>
  )
}
