import { useMutation } from '@apollo/client/react'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { UnseePaperDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Takes back what was noted wrongly, with the reason. */
export function UnseePaperDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useT()
  const [reason, setReason] = useState('')
  const { act, busy, problems } = useAct()
  const [unsee] = useMutation(UnseePaperDocument)

  async function save(): Promise<void> {
    const done = await act({ id, reason }, async (clientMutationId) => {
      const { data } = await unsee({ variables: { id, input: { reason, clientMutationId } } })
      return data?.paperUnsee.problems
    })
    if (!done) return
    say(t, t('paper.takenBack'))
    onClose()
  }

  return (
    <ActDialog
      title={t('paper.unseeTitle')}
      confirm={t('paper.unsee')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <TextArea
        label={t('paper.reason')}
        help={t('paper.reasonHelp')}
        rows={3}
        dir="auto"
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
