import { useMutation } from '@apollo/client/react'
import { dataRights, rightChannels } from '@sila/domain/data-right'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { RecordRightDocument, type DataRight, type RightChannel } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from './ActDialog.tsx'
import { say } from './say.ts'
import { useAct } from './useAct.ts'

/** Records what a person asks about their own data; said aloud counts as much as written. */
export function RecordRightDialog({
  beneficiaryId,
  onClose,
}: {
  beneficiaryId: string
  onClose: () => void
}) {
  const { t } = useT()
  const [right, setRight] = useState<DataRight>('ACCESS')
  const [channel, setChannel] = useState<RightChannel>('VISIT')
  const [text, setText] = useState('')
  const { act, busy, problems } = useAct()
  const [record] = useMutation(RecordRightDocument, { refetchQueries: ['PrivacyRights'] })

  async function save(): Promise<void> {
    const content = { beneficiaryId, right, channel, text }
    const done = await act(content, async (clientMutationId) => {
      const { data } = await record({ variables: { input: { ...content, clientMutationId } } })
      return data?.dataRightRecord.problems
    })
    if (!done) return
    say(t, t('right.recorded'))
    onClose()
  }

  return (
    <ActDialog
      title={t('right.record')}
      confirm={t('app.save')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <NativeSelect
        label={t('right.which')}
        value={right}
        onChange={(event) =>
          setRight(dataRights.find((each) => each === event.currentTarget.value) ?? 'ACCESS')
        }
        options={dataRights.map((value) => ({ value, label: t(`right.kind.${value}`) }))}
      />
      <NativeSelect
        label={t('right.how')}
        value={channel}
        onChange={(event) =>
          setChannel(rightChannels.find((each) => each === event.currentTarget.value) ?? 'VISIT')
        }
        options={rightChannels.map((value) => ({ value, label: t(`right.channel.${value}`) }))}
      />
      <TextArea
        label={t('right.said')}
        help={t('right.saidHelp')}
        optional={t('app.optional')}
        rows={4}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
