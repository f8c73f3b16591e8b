import { Button } from '@sila/ui/Button'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { language } from './language.ts'
import { navigate } from './navigation.ts'
import { pathOf } from './routes.ts'
import { t } from './words.ts'
import styles from './FindForm.module.css'

/** Reference and secret, as somebody reads them from a slip of paper. The secret goes into the fragment, which no server sees. */
export function FindForm({ reference = '' }: { reference?: string }) {
  const [missing, setMissing] = useState<string[]>([])

  function find(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = { reference: textOf(form, 'reference'), secret: textOf(form, 'secret') }
    const empty = Object.entries(typed).flatMap(([name, value]) => (value ? [] : [name]))
    setMissing(empty)
    if (empty[0]) document.getElementById(`find-${empty[0]}`)?.focus()
    else void navigate(`${pathOf(language(), 'track', typed)}#${encodeURIComponent(typed.secret)}`)
  }

  const error = (name: string) => (missing.includes(name) ? t(`find.${name}.missing`) : undefined)
  return (
    <form className={styles.form} onSubmit={find} noValidate>
      <TextInput
        id="find-reference"
        name="reference"
        label={t('find.reference')}
        error={error('reference')}
        placeholder="Q-104327"
        defaultValue={reference}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextInput
        id="find-secret"
        name="secret"
        label={t('find.secret')}
        help={t('find.help')}
        error={error('secret')}
        placeholder="XXXX-XXXX-XXXX-XXXX"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" variant="primary">
        {t('find.button')}
      </Button>
    </form>
  )
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
