import { useApolloClient } from '@apollo/client/react'
import { checkText } from '@sila/domain/interaction'
import { problemText } from '../../i18n/words.ts'
import { useEffect, useRef, useState } from 'react'
import {
  AnswerThreadDocument,
  NoteThreadDocument,
  type ThreadEntryFragment,
} from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { useSession } from '../../session/Session.tsx'
import { attach } from '../../shared/attach.ts'
import { newId } from '../../shared/newId.ts'
import { say } from '../../shared/say.ts'
import { resultOf } from './acts.ts'
import { draftKey, useDraft, type Draft } from './drafts.ts'
import { rememberOwn, seenVersion } from './ownVersions.ts'

/** The two tabs of the composer. */
export type ComposerTab = 'reply' | 'note'

type Status =
  | { name: 'idle' }
  | { name: 'sending' }
  | { name: 'failed'; close: boolean }
  | { name: 'refused'; message: string }
  | { name: 'conflict'; entries: readonly ThreadEntryFragment[]; version: number; close: boolean }

type Options = {
  thread: { id: string; version: number; language: string }
  tab: ComposerTab
  onSent: (sent: { closed: boolean }) => void
}

/** Writing: kept on each key, sent once however often it is tried, stopped when the thread has moved on unseen. */
export function useComposer({ thread, tab, onSent }: Options) {
  const client = useApolloClient()
  const { me } = useSession()
  const { t } = useT()
  const [draft, keep] = useDraft(draftKey(me.id, thread.id, tab))
  const [files, setFiles] = useState<readonly File[]>([])
  const [status, setStatus] = useState<Status>({ name: 'idle' })
  const sending = useRef(false)
  const text = draft?.text ?? ''
  const language = draft?.language ?? thread.language

  function begin(): Draft {
    return draft ?? { text: '', language: thread.language, baseVersion: thread.version }
  }

  function write(next: string): void {
    const begun = text === '' ? { ...begin(), baseVersion: thread.version } : begin()
    keep({ ...begun, text: next })
    if (status.name === 'refused') setStatus({ name: 'idle' })
  }

  async function send(close: boolean, accepted?: number): Promise<void> {
    if (sending.current || !draft) return
    const wrong = checkText(text)[0]
    if (wrong) return setStatus({ name: 'refused', message: problemText(wrong) })
    const expectedVersion = accepted ?? seenVersion(thread.id, draft.baseVersion)
    const what = JSON.stringify({ tab, text, language, close, expectedVersion })
    const id = draft.tried?.what === what ? draft.tried.id : newId()
    keep({ ...draft, tried: { id, what } })
    sending.current = true
    setStatus({ name: 'sending' })
    try {
      const result = resultOf(await ask({ id, expectedVersion, close }))
      if (result?.conflict) {
        setStatus({
          name: 'conflict',
          entries: result.conflict.newEntries,
          version: result.conflict.version,
          close,
        })
      } else if (!result || result.problems.length > 0) {
        setStatus({
          name: 'refused',
          message: result?.problems.map(({ message }) => message).join(' ') ?? t('act.failed'),
        })
      } else {
        if (result.interaction) rememberOwn(thread.id, result.interaction.version)
        keep(undefined)
        // The words have arrived, and their files follow them before anything else can be sent.
        if (files.length > 0) await attach({ client, t, matterId: thread.id, files })
        setFiles([])
        setStatus({ name: 'idle' })
        onSent({ closed: close })
      }
    } catch {
      setStatus({ name: 'failed', close })
    } finally {
      sending.current = false
    }
  }

  async function ask({
    id,
    expectedVersion,
    close,
  }: {
    id: string
    expectedVersion: number
    close: boolean
  }) {
    if (tab === 'note') {
      const variables = { id: thread.id, input: { clientMutationId: id, text } }
      return (await client.mutate({ mutation: NoteThreadDocument, variables })).data
    }
    const variables = {
      id: thread.id,
      input: { clientMutationId: id, expectedVersion, text, language, close },
    }
    return (await client.mutate({ mutation: AnswerThreadDocument, variables })).data
  }

  // What failed on a cut line goes by itself when the line is back, under the same id.
  const failed = status.name === 'failed'
  const again = useRef<() => void>(undefined)
  useEffect(() => {
    again.current = () => {
      if (status.name === 'failed') void send(status.close)
    }
  })
  useEffect(() => {
    if (!failed) return
    // One listener for the whole wait: drawing the screen anew must not miss the event.
    const onLine = (): void => again.current?.()
    window.addEventListener('online', onLine)
    return () => window.removeEventListener('online', onLine)
  }, [failed])

  return {
    text,
    files,
    setFiles,
    language,
    status,
    write,
    send,
    setLanguage: (next: string) => keep({ ...begin(), language: next }),
    sendAnyway: () => (status.name === 'conflict' ? send(status.close, status.version) : Promise.resolve()),
    editFirst: () => {
      if (status.name !== 'conflict') return
      keep({ ...begin(), baseVersion: status.version })
      setStatus({ name: 'idle' })
    },
    discard: () => {
      const before = draft
      keep(undefined)
      setStatus({ name: 'idle' })
      say(t, t('composer.discarded'), { undo: () => keep(before) })
    },
  }
}
