import { useMutation } from '@apollo/client/react'
import { Checkbox } from '@sila/ui/Checkbox'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { SetRetentionDocument, type RetentionLineFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { termOf } from './term.ts'

/** Sets how long a kind of record is kept, within its bounds and for a reason. */
export function RetentionDialog({
  setting,
  onClose,
}: {
  setting: RetentionLineFragment
  onClose: () => void
}) {
  const { t } = useT()
  const [months, setMonths] = useState(String(setting.months ?? setting.defaultMonths ?? setting.least))
  const [forever, setForever] = useState(setting.months === null)
  const [reason, setReason] = useState('')
  const { act, busy, problems, problemAt } = useAct()
  const [set] = useMutation(SetRetentionDocument, { refetchQueries: ['PrivacyRetention'] })

  async function save(): Promise<void> {
    const content = { record: setting.record, months: forever ? null : Number(months) || 0, reason }
    const done = await act(content, async (clientMutationId) => {
      const { data } = await set({ variables: { input: { ...content, clientMutationId } } })
      return data?.retentionSet.problems
    })
    if (!done) return
    say(t, t('retention.set'))
    onClose()
  }
  const bounds = { least: termOf(t, setting.least), most: termOf(t, setting.most) }

  return (
    <ActDialog
      title={t('retention.changeOf', { record: t(`retention.record.${setting.record}`) })}
      confirm={t('app.save')}
      onConfirm={() => void save()}
      form="retention"
      {...{ busy, problems, onClose }}
    >
      {!forever && (
        <TextInput
          type="number"
          id="retention-months"
          label={t('retention.inMonths')}
          error={problemAt('months')}
          help={t('retention.bounds', bounds)}
          required
          min={setting.least}
          max={setting.most}
          value={months}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />
      )}
      {setting.permanent && (
        <Checkbox
          label={t('retention.keepPermanently')}
          checked={forever}
          onChange={() => setForever(!forever)}
        />
      )}
      <TextArea
        id="retention-reason"
        label={t('retention.why')}
        error={problemAt('reason')}
        help={t('retention.whyHelp')}
        required
        rows={3}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
