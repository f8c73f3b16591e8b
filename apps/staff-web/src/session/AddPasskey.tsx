import { TextInput } from '@sila/ui/TextInput'
import { useT } from '../i18n/useT.ts'
import { textOf } from '../shared/textOf.ts'
import { addPasskey } from './passkeys.ts'
import { PasswordForm } from './PasswordForm.tsx'

/** Names a device and adds it as a passkey. */
export function AddPasskey({ known = false, onDone }: { known?: boolean; onDone: () => void }) {
  const { t } = useT()
  return (
    <PasswordForm
      submit={t('passkey.add')}
      known={known}
      act={async (password, form) => {
        const result = await addPasskey(textOf(form, 'name').trim(), password)
        if (result !== 'ok') return result
        onDone()
        return undefined
      }}
    >
      <TextInput name="name" label={t('passkey.name')} help={t('passkey.nameHelp')} maxLength={60} required />
    </PasswordForm>
  )
}
