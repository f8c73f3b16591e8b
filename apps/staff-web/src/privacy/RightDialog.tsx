import { useMutation } from '@apollo/client/react'
import { rightOutcomes } from '@sila/domain/data-right'
import { RadioCards } from '@sila/ui/RadioCards'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { AnswerRightDocument, ExtendRightDocument, type RightLineFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ActDialog } from '../shared/ActDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'

/** Answers a request about data, or adds 30 days, once, with the reason. */
export function RightDialog({ right, onClose }: { right: RightLineFragment; onClose: () => void }) {
  const { t } = useT()
  const choices = right.extendable ? [...rightOutcomes, 'EXTEND' as const] : rightOutcomes
  const [choice, setChoice] = useState<(typeof choices)[number]>('GRANTED')
  const [words, setWords] = useState('')
  const { act, busy, problems } = useAct()
  const again = { refetchQueries: ['PrivacyRights'] }
  const [answer] = useMutation(AnswerRightDocument, again)
  const [extend] = useMutation(ExtendRightDocument, again)

  async function save(): Promise<void> {
    const done = await act({ choice, words }, async (clientMutationId) => {
      if (choice === 'EXTEND') {
        const { data } = await extend({
          variables: { id: right.id, input: { clientMutationId, reason: words } },
        })
        return data?.dataRightExtend.problems
      }
      const input = { clientMutationId, outcome: choice, answer: words }
      const { data } = await answer({ variables: { id: right.id, input } })
      return data?.dataRightAnswer.problems
    })
    if (!done) return
    say(t, t(choice === 'EXTEND' ? 'right.extendedNow' : 'right.answered'))
    onClose()
  }

  return (
    <ActDialog
      title={t(`right.kind.${right.right}`)}
      confirm={t('app.save')}
      onConfirm={() => void save()}
      {...{ busy, problems, onClose }}
    >
      <RadioCards
        name="outcome"
        label={t('right.answer')}
        columns={2}
        value={choice}
        onChange={setChoice}
        options={choices.map((value) => ({ value, label: t(`right.outcome.${value}`) }))}
      />
      <TextArea
        label={t(choice === 'EXTEND' ? 'right.extendWhy' : 'right.answerWords')}
        help={t('right.answerHelp')}
        required
        rows={5}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
