import { textLimits } from '@sila/domain/interaction-text'
import { languages } from '@sila/domain/language'
import { graphemeLength } from '@sila/domain/text'
import { formatNumber } from '@sila/ui/format'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import { FilePicker } from '../files/FilePicker.tsx'
import { answerLanguage } from './ask-input.ts'
import type { useAskForm } from './use-ask-form.ts'
import styles from './Ask.module.css'

const languageOptions = Object.entries(languages).map(([value, { ownName }]) => ({ value, label: ownName }))

/** What it is about, the words themselves, and the language of the answer. */
export function MatterFields({ form }: { form: ReturnType<typeof useAskForm> }) {
  const { draft, change, leave, errorOf } = form
  return (
    <fieldset className={styles.group}>
      <legend>{t('ask.matter')}</legend>
      <TextInput
        id="about"
        label={t('ask.about')}
        help={t('ask.about.help')}
        optional={t('optional')}
        value={draft.about}
        error={errorOf('about')}
        autoComplete="off"
        onChange={(event) => change('about', event.currentTarget.value)}
        onBlur={() => leave('about')}
      />
      <TextArea
        id="text"
        label={t(`ask.text.${draft.kind}`)}
        help={t('ask.text.help')}
        required
        rows={6}
        value={draft.text}
        error={errorOf('text')}
        count={countOf(draft.text)}
        onChange={(event) => change('text', event.currentTarget.value)}
        onBlur={() => draft.text.trim() !== '' && leave('text')}
      />
      <FilePicker chosen={form.files} onChange={form.setFiles} />
      <NativeSelect
        id="language"
        label={t('ask.language')}
        options={languageOptions}
        value={answerLanguage(draft)}
        error={errorOf('language')}
        onChange={(event) => change('language', event.currentTarget.value)}
      />
    </fieldset>
  )
}

// Counting matters only to somebody who comes near the end of the room.
function countOf(text: string): string | undefined {
  const { max } = textLimits.text
  if (text.length < max * 0.8) return undefined
  const number = (value: number) => formatNumber(value, language())
  return t('ask.text.count', { length: number(graphemeLength(text)), max: number(max) })
}
