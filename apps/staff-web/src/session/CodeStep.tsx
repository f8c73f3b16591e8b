import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { textOf } from '../shared/textOf.ts'
import { signInWithCode, type SignInResult } from './signIn.ts'
import styles from './SignInPage.module.css'

type Props = { onSignedIn: () => void; onBack: () => void }

/** After the password: the code of the app, or one of the recovery codes. */
export function CodeStep({ onSignedIn, onBack }: Props) {
  const { t } = useT()
  const [recovery, setRecovery] = useState(false)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<SignInResult>()

  async function enter(code: string): Promise<void> {
    setBusy(true)
    const outcome = await signInWithCode(code, recovery)
    setBusy(false)
    if (outcome === 'ok') onSignedIn()
    else setResult(outcome)
  }

  return (
    <>
      {result !== undefined && (
        <ErrorSummary
          title={t('signIn.failed')}
          errors={[
            { href: '#code', text: t(result === 'refused' ? 'signIn.codeRefused' : `signIn.${result}`) },
          ]}
        />
      )}
      <form
        key={String(recovery)}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void enter(textOf(new FormData(event.currentTarget), 'code').trim())
        }}
      >
        <TextInput
          id="code"
          name="code"
          label={t(recovery ? 'signIn.recoveryCode' : 'signIn.code')}
          help={t(recovery ? 'signIn.recoveryHelp' : 'signIn.codeHelp')}
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          autoFocus
          required
          dir="ltr"
        />
        <Button type="submit" variant="primary" block busy={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
      <div className={styles.others}>
        <Button variant="ghost" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </div>
    </>
  )
}
