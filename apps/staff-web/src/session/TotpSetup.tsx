import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { Qr } from '@sila/ui/Qr'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { textOf } from '../shared/textOf.ts'
import { knock, type Trouble } from './door.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import styles from './SignInPage.module.css'

type Started = { uri: string; codes: string[] }

/** Sets up the app that makes codes: password, QR or typed key, first code, recovery codes shown once. */
export function TotpSetup({ onSet, onDone }: { onSet?: () => void; onDone: () => void }) {
  const { t } = useT()
  const [started, setStarted] = useState<Started>()
  const [verified, setVerified] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  async function begin(password: string): Promise<Trouble | undefined> {
    const reply = await knock('/two-factor/enable', { password })
    if (!reply.ok) return reply.trouble
    const { totpURI, backupCodes } = reply.data
    setStarted({ uri: String(totpURI), codes: Array.isArray(backupCodes) ? backupCodes.map(String) : [] })
    return undefined
  }

  async function verify(code: string): Promise<void> {
    setBusy(true)
    const reply = await knock('/two-factor/verify-totp', { code })
    setBusy(false)
    setTrouble(reply.ok ? undefined : reply.trouble)
    if (!reply.ok) return
    setVerified(true)
    onSet?.()
  }

  if (!started) return <PasswordForm submit={t('factor.begin')} act={begin} />
  if (verified) return <RecoveryCodes codes={started.codes} onDone={onDone} />
  const key = new URL(started.uri).searchParams.get('secret') ?? ''
  return (
    <div className={styles.steps}>
      <p>{t('factor.scan')}</p>
      <div className={styles.qr}>
        <Qr text={started.uri} label={t('factor.qr')} size={190} />
      </div>
      <p>
        {t('factor.typed')} <Code className={styles.key}>{key.replaceAll(/(.{4})(?=.)/gu, '$1 ')}</Code>
      </p>
      {trouble && (
        <ErrorSummary
          title={t('factor.notYet')}
          errors={[
            { href: '#code', text: t(trouble === 'refused' ? 'signIn.codeRefused' : `signIn.${trouble}`) },
          ]}
        />
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void verify(textOf(new FormData(event.currentTarget), 'code').trim())
        }}
      >
        <TextInput
          id="code"
          name="code"
          label={t('signIn.code')}
          help={t('signIn.codeHelp')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          dir="ltr"
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t('factor.verify')}
        </Button>
      </form>
    </div>
  )
}
