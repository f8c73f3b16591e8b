import { Button } from '@sila/ui/Button'
import { useState } from 'react'
import { RouteWaiting } from '../app/RouteWaiting.tsx'
import { useT } from '../i18n/useT.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { signOut } from './signIn.ts'
import { TotpSetup } from './TotpSetup.tsx'
import styles from './SignInPage.module.css'
import { useWaysIn } from './waysIn.ts'

type Props = { association: string; onDone: () => void }

/** Between the first sign-in and the first room, where a second factor is demanded. */
export function EnrolPage({ association, onDone }: Props) {
  const { t } = useT()
  const ways = useWaysIn()
  const [chosen, setPasskey] = useState<boolean>()
  const [set, setSet] = useState(false)
  if (!ways) return <RouteWaiting />
  // Whoever comes by the provider may have no password here, and the app asks for one.
  const passkey = chosen ?? ways.fresh
  return (
    <DoorFrame association={association} title={t('enrol.title')}>
      <p className={styles.meta}>{t(passkey ? 'enrol.passkey' : 'enrol.app')}</p>
      {passkey ? (
        <AddPasskey known={ways.fresh} onDone={onDone} />
      ) : (
        <TotpSetup onSet={() => setSet(true)} onDone={onDone} />
      )}
      {/* The recovery codes are shown once: nothing beside them leads away before they are kept. */}
      {!set && (
        <div className={styles.others}>
          {ways.passwords && (
            <Button variant="ghost" onClick={() => setPasskey(!passkey)}>
              {t(passkey ? 'enrol.useApp' : 'enrol.usePasskey')}
            </Button>
          )}
          <Button variant="ghost" onClick={() => void signOut()}>
            {t('nav.signOut')}
          </Button>
        </div>
      )}
    </DoorFrame>
  )
}
