import { Button } from '@sila/ui/Button'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { signOut } from './signIn.ts'
import { TotpSetup } from './TotpSetup.tsx'
import styles from './SignInPage.module.css'

type Props = { association: string; onDone: () => void }

/** Between the first sign-in and the first room, where a second factor is demanded. */
export function EnrolPage({ association, onDone }: Props) {
  const { t } = useT()
  const [passkey, setPasskey] = useState(false)
  return (
    <DoorFrame association={association} title={t('enrol.title')}>
      <p className={styles.meta}>{t(passkey ? 'enrol.passkey' : 'enrol.app')}</p>
      {passkey ? <AddPasskey onDone={onDone} /> : <TotpSetup onDone={onDone} />}
      <div className={styles.others}>
        <Button variant="ghost" onClick={() => setPasskey(!passkey)}>
          {t(passkey ? 'enrol.useApp' : 'enrol.usePasskey')}
        </Button>
        <Button variant="ghost" onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Button>
      </div>
    </DoorFrame>
  )
}
