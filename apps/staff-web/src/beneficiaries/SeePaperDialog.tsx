import { useMutation } from '@apollo/client/react'
import { papers } from '@sila/domain/paper'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { SeePaperDocument, type Paper } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Notes that a paper was shown and verified; no number and no copy is asked for. */
export function SeePaperDialog({ beneficiaryId, onClose }: { beneficiaryId: string; onClose: () => void }) {
  const { t } = useT()
  const [paper, setPaper] = useState<Paper>('IQAMA')
  const [expiresOn, setExpiresOn] = useState('')
  const { act, busy, problems } = useAct()
  const [see] = useMutation(SeePaperDocument)

  async function save(): Promise<void> {
    const content = { beneficiaryId, paper, expiresOn: expiresOn || null }
    const done = await act(content, async (clientMutationId) => {
      const { data } = await see({ variables: { input: { ...content, clientMutationId } } })
      return data?.paperSee.problems
    })
    if (!done) return
    say(t, t('paper.noted'))
    onClose()
  }

  return (
    <ActDialog
      title={t('paper.see')}
      confirm={t('app.save')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <p>{t('paper.seeHelp')}</p>
      <NativeSelect
        label={t('paper.which')}
        value={paper}
        onChange={(event) => setPaper(papers.find((each) => each === event.currentTarget.value) ?? 'IQAMA')}
        options={papers.map((value) => ({ value, label: word('paper', value) }))}
      />
      <TextInput
        type="date"
        label={t('paper.expires')}
        optional={t('app.optional')}
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
