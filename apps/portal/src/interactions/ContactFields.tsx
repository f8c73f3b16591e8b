import { Checkbox } from '@sila/ui/Checkbox'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextInput } from '@sila/ui/TextInput'
import { wordOf } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import type { AskDraft } from './draft.ts'
import type { useAskForm } from './use-ask-form.ts'
import styles from './Ask.module.css'

const ways = ['PHONE', 'WHATSAPP', 'EMAIL'] as const

/** How the person may be reached, all of it optional; whoever wishes stays unknown and still follows the matter. */
export function ContactFields({ form }: { form: ReturnType<typeof useAskForm> }) {
  const { draft, change, leave, errorOf } = form
  const field = (name: 'name' | 'phone' | 'email') => ({
    id: name,
    value: draft[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: HTMLInputElement }) => change(name, event.currentTarget.value),
    onBlur: () => leave(name),
  })
  return (
    <fieldset className={styles.group}>
      <legend>{t('reach.legend')}</legend>
      <p className="meta">{t('reach.lead')}</p>
      <Checkbox
        id="anonymous"
        label={t('reach.anonymous')}
        help={t('reach.anonymous.help')}
        checked={draft.anonymous}
        onChange={(event) => change('anonymous', event.currentTarget.checked)}
      />
      {!draft.anonymous && (
        <div className={styles.pair}>
          <TextInput
            {...field('name')}
            label={t('reach.name')}
            optional={t('optional')}
            autoComplete="name"
          />
          <TextInput
            {...field('phone')}
            label={t('reach.phone')}
            optional={t('optional')}
            help={t('reach.phone.help')}
            type="tel"
            autoComplete="tel"
          />
          <TextInput
            {...field('email')}
            label={t('reach.email')}
            optional={t('optional')}
            type="email"
            autoComplete="email"
          />
          <NativeSelect
            id="preferred"
            label={t('reach.preferred')}
            options={[
              { value: '', label: t('reach.preferred.any') },
              ...ways.map((value) => ({ value, label: wordOf('contactType', value) })),
            ]}
            value={draft.preferred}
            error={errorOf('preferred')}
            onChange={(event) => change('preferred', asWay(event.currentTarget.value))}
          />
        </div>
      )}
    </fieldset>
  )
}

function asWay(value: string): AskDraft['preferred'] {
  return ways.find((way) => way === value) ?? ''
}
