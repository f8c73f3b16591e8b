import { Card } from '@sila/ui/Card'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { knock } from '../session/door.ts'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { say } from '../shared/say.ts'
import { textOf } from '../shared/textOf.ts'
import styles from './Account.module.css'

/** A new password for the old one; every other place is signed out. */
export function Password({ onChanged }: { onChanged: () => void }) {
  const { t } = useT()
  const [round, setRound] = useState(0)
  return (
    <Card title={t('password.title')}>
      <p className={styles.text}>{t('password.about')}</p>
      <PasswordForm
        key={round}
        submit={t('password.change')}
        act={async (currentPassword, form) => {
          const newPassword = textOf(form, 'new')
          const reply = await knock('/change-password', { currentPassword, newPassword })
          if (!reply.ok) return reply.trouble
          say(t, t('password.changed'))
          setRound(round + 1)
          onChanged()
          return undefined
        }}
      >
        <TextInput
          name="new"
          type="password"
          label={t('password.new')}
          help={t('password.newHelp')}
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
          dir="ltr"
        />
      </PasswordForm>
    </Card>
  )
}
