import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { TextInput } from '@sila/ui/TextInput'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../i18n/useT.ts'
import { textOf } from '../shared/textOf.ts'
import type { Trouble } from './door.ts'
import type { PasskeyResult } from './passkeys.ts'
import styles from './SignInPage.module.css'

type Asked = Exclude<PasskeyResult, 'ok'> | Trouble
type Props = {
  /** What the button says. */
  submit: string
  /** Says what went wrong, or nothing. */
  act: (password: string, form: FormData) => Promise<Asked | undefined>
  /** Nothing to ask where the person has just shown who they are by another way. */
  known?: boolean
  /** Further fields, before the password. */
  children?: ReactNode
}

/** Asks for the password once more, before something that whoever found an open screen must not do. */
export function PasswordForm({ submit, act, known = false, children }: Props) {
  const { t } = useT()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Asked>()

  async function send(form: FormData): Promise<void> {
    setBusy(true)
    setTrouble(undefined)
    const found = await act(textOf(form, 'password'), form)
    setBusy(false)
    setTrouble(found)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      {trouble && (
        <ErrorSummary
          title={t('factor.notYet')}
          errors={[
            {
              href: `#${id}`,
              text: t(trouble === 'refused' ? 'factor.passwordRefused' : `signIn.${trouble}`),
            },
          ]}
        />
      )}
      {children}
      {!known && (
        <TextInput
          id={id}
          name="password"
          type="password"
          label={t('factor.password')}
          autoComplete="current-password"
          required
          dir="ltr"
        />
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {submit}
      </Button>
    </form>
  )
}
