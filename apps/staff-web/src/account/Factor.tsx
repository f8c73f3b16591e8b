import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { Dialog } from '@sila/ui/Dialog'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { knock } from '../session/door.ts'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { RecoveryCodes } from '../session/RecoveryCodes.tsx'
import { TotpSetup } from '../session/TotpSetup.tsx'
import { say } from '../shared/say.ts'
import styles from './Account.module.css'

type Layer = 'setUp' | 'codes' | 'off'

/** The code of an app after the password, and the recovery codes for the day the phone is lost. */
export function Factor({ totp, onChanged }: { totp: boolean; onChanged: () => void }) {
  const { t } = useT()
  const [layer, setLayer] = useState<Layer>()
  const [codes, setCodes] = useState<string[]>()
  const close = (): void => {
    setLayer(undefined)
    setCodes(undefined)
    onChanged()
  }
  return (
    <Card
      title={t('factor.title')}
      action={<Tag tone={totp ? 'ok' : 'warn'}>{t(totp ? 'factor.on' : 'factor.off')}</Tag>}
    >
      <p className={styles.text}>{t('factor.about')}</p>
      <div className={styles.acts}>
        {totp ? (
          <>
            <Button onClick={() => setLayer('codes')}>{t('factor.newCodes')}</Button>
            <Button onClick={() => setLayer('off')}>{t('factor.turnOff')}</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setLayer('setUp')}>
            {t('factor.setUp')}
          </Button>
        )}
      </div>
      <Dialog
        isOpen={layer !== undefined}
        onOpenChange={(open) => !open && close()}
        title={t(layer === 'codes' ? 'factor.newCodes' : layer === 'off' ? 'factor.turnOff' : 'factor.setUp')}
        closeLabel={t('app.close')}
        size="small"
      >
        {layer === 'setUp' && <TotpSetup onDone={close} />}
        {layer === 'codes' &&
          (codes ? (
            <RecoveryCodes codes={codes} onDone={close} />
          ) : (
            <PasswordForm
              submit={t('factor.newCodes')}
              act={async (password) => {
                const reply = await knock('/two-factor/generate-backup-codes', { password })
                if (!reply.ok) return reply.trouble
                const { backupCodes } = reply.data
                setCodes(Array.isArray(backupCodes) ? backupCodes.map(String) : [])
                return undefined
              }}
            />
          ))}
        {layer === 'off' && (
          <PasswordForm
            submit={t('factor.turnOff')}
            act={async (password) => {
              const reply = await knock('/two-factor/disable', { password })
              if (!reply.ok) return reply.trouble
              say(t, t('factor.turnedOff'))
              close()
              return undefined
            }}
          />
        )}
      </Dialog>
    </Card>
  )
}
