import { TextInput } from '@sila/ui/TextInput'
import { t } from '../app/words.ts'
import type { useApplication } from './use-application.ts'
import styles from './Apply.module.css'

/** Who applies, and how the association reaches them. */
export function PersonFields({ application }: { application: ReturnType<typeof useApplication> }) {
  const { draft, change, leave, errorOf } = application
  const field = (name: 'name' | 'phone' | 'email' | 'city') => ({
    id: name,
    label: t(`reach.${name}`),
    value: draft[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => change(name, event.currentTarget.value),
    onBlur: () => leave(name),
  })
  return (
    <fieldset className={styles.form}>
      <legend>{t('apply.person')}</legend>
      <TextInput {...field('name')} required autoComplete="name" />
      <TextInput {...field('phone')} help={t('reach.phone.help')} type="tel" autoComplete="tel" />
      <TextInput
        {...field('email')}
        help={t('apply.email.help')}
        optional={t('optional')}
        type="email"
        autoComplete="email"
      />
      <TextInput {...field('city')} optional={t('optional')} autoComplete="address-level2" />
    </fieldset>
  )
}
