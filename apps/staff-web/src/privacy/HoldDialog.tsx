import { useMutation } from '@apollo/client/react'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { PlaceHoldDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Holds a person's data for a dispute or a duty: until it is lifted nothing is erased. */
export function HoldDialog({ beneficiaryId, onClose }: { beneficiaryId: string; onClose: () => void }) {
  const { t } = useT()
  const [reason, setReason] = useState('')
  const { act, busy, problems } = useAct()
  const [place] = useMutation(PlaceHoldDocument)

  async function save(): Promise<void> {
    const done = await act({ reason }, async (clientMutationId) => {
      const { data } = await place({ variables: { input: { clientMutationId, beneficiaryId, reason } } })
      return data?.legalHoldPlace.problems
    })
    if (!done) return
    say(t, t('hold.placed'))
    onClose()
  }
  return (
    <ActDialog
      title={t('hold.place')}
      confirm={t('hold.place')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <TextArea
        label={t('hold.reason')}
        help={t('hold.help')}
        required
        rows={3}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
