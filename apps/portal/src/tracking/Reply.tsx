import { checkText } from '@sila/domain/interaction-text'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { formatDate } from '@sila/ui/format'
import { SendIcon } from '@sila/ui/icons'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { problemText } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { newId } from '../app/new-id.ts'
import { t } from '../app/words.ts'
import type { Chosen } from '../files/chosen.ts'
import { FilePicker } from '../files/FilePicker.tsx'
import { TrackedReopenDocument, TrackedReplyDocument } from '../generated/graphql.ts'
import { useDraft } from '../sending/use-draft.ts'
import { useAct } from './use-act.ts'
import type { Acting } from './use-act.ts'
import styles from './Matter.module.css'

/** Room to answer or add; after the end, to open the matter again within its days. */
export function Reply(acting: Acting) {
  const { tracked } = acting
  if (tracked.canReply) return <Write acting={acting} how="reply" />
  if (tracked.canReopen) return <Write acting={acting} how="reopen" />
  return null
}

const empty = () => ({ text: '' })
const same = (draft: { text: string }) => draft

function Write({ acting, how }: { acting: Acting; how: 'reply' | 'reopen' }) {
  const { tracked } = acting
  const reply = useAct(TrackedReplyDocument, (data) => data.trackedReply, acting)
  const reopen = useAct(TrackedReopenDocument, (data) => data.trackedReopen, acting)
  const act = how === 'reply' ? reply : reopen
  const { draft, setDraft } = useDraft(`sila.draft.${tracked.reference}`, empty, same)
  const [tried, setTried] = useState(false)
  const [files, setFiles] = useState<Chosen[]>([])
  const problem = checkText(draft.text)[0]
  const words = tracked.neededItems.length > 0 && how === 'reply' ? 'supply' : how

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (problem) document.getElementById('reply')?.focus()
    else if (await act.run({ text: draft.text })) {
      setDraft(empty())
      setTried(false)
      if (files.length > 0) await sendFiles()
    }
  }

  // The words have arrived: from here on the files are on their own way.
  async function sendFiles(): Promise<void> {
    const { follow, release } = await import('../files/queue.ts')
    const of = newId()
    await follow(of, files)
    setFiles([])
    void release(of, { reference: tracked.reference, secret: acting.secret })
  }

  return (
    <form className={styles.reply} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        id="reply"
        label={t(`reply.${words}`)}
        help={
          how === 'reopen' && tracked.reopenUntil
            ? t('reply.reopen.until', { date: formatDate(tracked.reopenUntil, language()) })
            : undefined
        }
        rows={3}
        value={draft.text}
        error={act.message ?? (tried && problem ? problemText(problem) : undefined)}
        onChange={(event) => setDraft({ text: event.currentTarget.value })}
      />
      <FilePicker chosen={files} onChange={setFiles} />
      {act.unsent && <Banner tone="danger">{t('reply.unsent')}</Banner>}
      <div>
        <Button type="submit" variant="primary" icon={<SendIcon />} busy={act.busy}>
          {t(`reply.${words}.send`)}
        </Button>
      </div>
    </form>
  )
}
