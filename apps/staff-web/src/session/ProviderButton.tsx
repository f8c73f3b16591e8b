import { Button } from '@sila/ui/Button'
import { useT } from '../i18n/useT.ts'
import styles from './SignInPage.module.css'

type Props = { names: Readonly<Record<string, string>>; busy: boolean; onPress: () => void }

/** The way in that the association's own people know; the others stand below it. */
export function ProviderButton({ names, busy, onPress }: Props) {
  const { t, language } = useT()
  const name = names[language] ?? names[''] ?? t('signIn.providerUnnamed')
  return (
    <>
      <Button variant="primary" block busy={busy} onClick={onPress}>
        {t('signIn.provider', { name })}
      </Button>
      <p className={styles.or}>{t('signIn.or')}</p>
    </>
  )
}
