import { useApolloClient } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { PlainTextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { attach } from '../shared/attach.ts'
import { AttachButton, AttachedFiles } from '../shared/AttachFiles.tsx'
import styles from './Requests.module.css'

type Props = {
  requestId: string
  busy: boolean
  onNote: (text: string) => Promise<{ done: boolean }>
}

/** Room for a note to colleagues, and for papers that belong to the request. */
export function NoteForm({ requestId, busy, onNote }: Props) {
  const { t } = useT()
  const client = useApolloClient()
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const [sending, setSending] = useState(false)

  async function add(): Promise<void> {
    if (text.trim() === '' || sending) return
    setSending(true)
    const { done } = await onNote(text)
    if (done) {
      setText('')
      setFiles([])
      if (files.length > 0) await attach({ client, t, matterId: requestId, files })
    }
    setSending(false)
  }

  return (
    <form
      className={styles.noteForm}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <PlainTextArea
        aria-label={t('composer.noteLabel')}
        placeholder={t('composer.notePlaceholder')}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AttachedFiles files={files} onChange={setFiles} />
      <div className={styles.noteFoot}>
        <AttachButton files={files} onChange={setFiles} />
        <Button type="submit" size="small" busy={busy || sending} disabled={text.trim() === ''}>
          {t('composer.addNote')}
        </Button>
      </div>
    </form>
  )
}
