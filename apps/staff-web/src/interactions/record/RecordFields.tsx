import { channelCodes } from '@sila/domain/channel'
import { languageCodes, languageName } from '@sila/domain/language'
import { Checkbox } from '@sila/ui/Checkbox'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { RadioCards } from '@sila/ui/RadioCards'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { useT } from '../../i18n/useT.ts'
import { word } from '../../i18n/words.ts'
import { channelIcon } from '../../shared/channelIcon.tsx'
import { RecordPerson } from './RecordPerson.tsx'
import { recordKinds, type useRecord } from './useRecord.ts'
import styles from './Record.module.css'

const networks = ['WhatsApp', 'X', 'Telegram', 'Instagram', 'Snapchat', 'Facebook', 'TikTok', 'YouTube']

/** The fields, fitting the way it came. */
export function RecordFields({ record }: { record: ReturnType<typeof useRecord> }) {
  const { t, language: screen } = useT()
  const { form, change, language, problems, status } = record
  const errors = Object.entries(problems).map(([field, text]) => ({ href: `#record-${field}`, text }))
  const missed = form.channel === 'PHONE' && form.missed
  return (
    <div className={styles.fields}>
      {errors.length > 0 && <ErrorSummary title={t('app.problems')} errors={errors} />}
      {status === 'failed' && <ErrorSummary title={t('record.failed')} errors={[]} />}
      <RadioCards
        name="channel"
        label={t('record.channel')}
        value={form.channel}
        columns={3}
        onChange={(channel) => change({ channel })}
        options={channelCodes.map((value) => ({
          value,
          label: word('channel', value),
          icon: channelIcon(value, 18),
        }))}
      />
      {form.channel === 'PHONE' && (
        <Checkbox
          label={t('record.missed')}
          help={t('record.missedHelp')}
          checked={form.missed}
          onChange={(event) => change({ missed: event.currentTarget.checked })}
        />
      )}
      <div className={styles.pair}>
        {form.channel === 'LETTER' && (
          <TextInput
            id="record-letterNumber"
            label={t('record.letterNumber')}
            required
            dir="ltr"
            error={problems['letterNumber']}
            value={form.letterNumber}
            onChange={(event) => change({ letterNumber: event.currentTarget.value })}
          />
        )}
        {form.channel === 'SOCIAL' && (
          <NativeSelect
            label={t('record.network')}
            value={form.social}
            options={networks.map((value) => ({ value, label: value }))}
            onChange={(event) => change({ social: event.currentTarget.value })}
          />
        )}
        {!missed && (
          <NativeSelect
            label={t('record.kind')}
            value={form.kind}
            options={recordKinds.map((value) => ({ value, label: word('interactionKind', value) }))}
            onChange={(event) =>
              change({ kind: recordKinds.find((kind) => kind === event.currentTarget.value) ?? 'INQUIRY' })
            }
          />
        )}
        <TextInput
          type="datetime-local"
          label={t(
            form.channel === 'VISIT'
              ? 'record.visitedAt'
              : form.channel === 'PHONE'
                ? 'record.calledAt'
                : 'record.cameAt',
          )}
          optional={t('record.nowIfEmpty')}
          value={form.occurredAt}
          onChange={(event) => change({ occurredAt: event.currentTarget.value })}
        />
      </div>
      <RecordPerson form={form} change={change} problems={problems} />
      <TextInput
        id="record-about"
        label={t('record.about')}
        optional={t('app.optional')}
        dir="auto"
        error={problems['about']}
        value={form.about}
        onChange={(event) => change({ about: event.currentTarget.value })}
      />
      <TextArea
        id="record-text"
        label={t(missed ? 'record.missedText' : 'record.text')}
        help={t('record.textHelp')}
        required
        rows={4}
        lang={language}
        error={problems['text']}
        value={form.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <NativeSelect
        id="record-language"
        label={t('record.language')}
        help={form.language === undefined ? t('record.languageGuessed') : undefined}
        value={language}
        options={languageCodes.map((value) => ({ value, label: languageName(value, screen) }))}
        onChange={(event) => change({ language: event.currentTarget.value })}
      />
    </div>
  )
}
