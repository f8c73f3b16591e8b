import { languageName, portalLanguages } from '@sila/domain/language'
import { nextStatus } from '@sila/domain/interaction'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { formatList } from '@sila/ui/format'
import { Kbd } from '@sila/ui/Kbd'
import { TabBar } from '@sila/ui/TabBar'
import { PlainTextArea } from '@sila/ui/TextArea'
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react'
import { useOnline } from '../../api/online.ts'
import type { ViewerFragment } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { problemText } from '../../i18n/words.ts'
import { AttachButton, AttachedFiles } from '../../shared/AttachFiles.tsx'
import { Conflict } from './Conflict.tsx'
import { useComposer, type ComposerTab } from './useComposer.ts'
import type { OpenThread } from './useThread.ts'
import styles from './Composer.module.css'

/** What shortcuts may ask of the composer. */
export type ComposerHandle = { focus: (tab: ComposerTab) => void }

type Props = {
  thread: Pick<
    OpenThread,
    'id' | 'version' | 'language' | 'acts' | 'decidedFirst' | 'beneficiary' | 'kind' | 'status'
  >
  others: readonly ViewerFragment[]
  onWriting: (writing: boolean) => void
  onSent: (sent: { closed: boolean }) => void
  ref?: Ref<ComposerHandle>
}

/** Where an answer or a note is written. */
export function Composer({ ref, thread, ...rest }: Props) {
  const mayAnswer = thread.acts.includes('answer')
  const [tab, setTab] = useState<ComposerTab>('reply')
  const shown = mayAnswer ? tab : 'note'
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({
    focus: (next) => {
      setTab(next)
      requestAnimationFrame(() => area.current?.focus())
    },
  }))
  return (
    <Writing
      key={shown}
      tab={shown}
      area={area}
      mayAnswer={mayAnswer}
      onTab={setTab}
      thread={thread}
      {...rest}
    />
  )
}

type WritingProps = Omit<Props, 'ref'> & {
  tab: ComposerTab
  area: RefObject<HTMLTextAreaElement | null>
  mayAnswer: boolean
  onTab: (tab: ComposerTab) => void
}

function Writing({ tab, area, mayAnswer, onTab, thread, others, onWriting, onSent }: WritingProps) {
  const { t, language: screen } = useT()
  const online = useOnline()
  const composer = useComposer({ thread, tab, onSent })
  const { text, language, status, send } = composer
  const writing = text !== '' && tab === 'reply'
  useEffect(() => {
    onWriting(writing)
    return () => onWriting(false)
  }, [writing, onWriting])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
      if (event.code === 'Escape') (event.target instanceof HTMLElement ? event.target : undefined)?.blur()
      return
    }
    event.preventDefault()
    void send(event.shiftKey && tab === 'reply' && mayClose)
  }

  function editFirst(): void {
    composer.editFirst()
    area.current?.focus()
  }

  // A suggestion is closed by its decision, not by a word to its author.
  const answered = nextStatus(thread.kind, thread.status, 'answer')
  const mayClose = answered !== undefined && nextStatus(thread.kind, answered, 'close') !== undefined
  const writers = others.filter(({ state }) => state === 'WRITING').map(({ staff }) => staff.name)
  const busy = status.name === 'sending'
  return (
    <div className={styles.dock}>
      {status.name === 'conflict' && (
        <Conflict
          entries={status.entries}
          thread={thread}
          onSend={() => void composer.sendAnyway()}
          onEdit={editFirst}
        />
      )}
      {status.name === 'failed' && (
        <Banner
          tone={online ? 'danger' : 'warn'}
          action={
            <Button size="small" onClick={() => void send(status.close)}>
              {t('composer.again')}
            </Button>
          }
        >
          {t(online ? 'composer.failed' : 'composer.pending')}
        </Banner>
      )}
      {thread.decidedFirst && <Banner tone="warn">{problemText({ code: 'APPEAL_OWN_DECISION' })}</Banner>}
      {writers.length > 0 && (
        <p className={styles.writers}>
          {t('presence.writing', { names: formatList(writers, screen), count: writers.length })}
        </p>
      )}
      <form
        className={styles.box}
        data-tab={tab}
        aria-label={t('composer.label')}
        onSubmit={(event) => {
          event.preventDefault()
          void send(false)
        }}
      >
        <div className={styles.top}>
          <TabBar
            label={t('composer.tabs')}
            selected={tab}
            onSelect={(id) => onTab(id === 'note' ? 'note' : 'reply')}
            items={[
              ...(mayAnswer ? [{ id: 'reply', label: t('composer.reply') }] : []),
              { id: 'note', label: t('composer.note') },
            ]}
          />
          {tab === 'reply' ? (
            <label className={styles.language}>
              <span>{t('composer.language')}</span>
              <select value={language} onChange={(event) => composer.setLanguage(event.currentTarget.value)}>
                {[...new Set([thread.language, ...portalLanguages])].map((code) => (
                  <option key={code} value={code}>
                    {languageName(code, screen)}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <span className={styles.hint}>{t('composer.noteHint')}</span>
          )}
        </div>
        <PlainTextArea
          ref={area}
          className={styles.text}
          lang={tab === 'reply' ? language : undefined}
          aria-label={t(tab === 'reply' ? 'composer.replyLabel' : 'composer.noteLabel')}
          placeholder={t(tab === 'reply' ? 'composer.replyPlaceholder' : 'composer.notePlaceholder')}
          value={text}
          rows={3}
          aria-invalid={status.name === 'refused' || undefined}
          onChange={(event) => composer.write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {status.name === 'refused' && (
          <p className={styles.refused} role="alert">
            {status.message}
          </p>
        )}
        <AttachedFiles files={composer.files} onChange={composer.setFiles} />
        <div className={styles.foot}>
          <AttachButton files={composer.files} onChange={composer.setFiles} />
          <span className={styles.kept}>{text === '' ? '' : t('composer.kept')}</span>
          {text !== '' && (
            <Button variant="ghost" onClick={composer.discard}>
              {t('composer.discard')}
            </Button>
          )}
          {tab === 'reply' && mayClose && (
            <Button variant="secondary" disabled={text === ''} busy={busy} onClick={() => void send(true)}>
              {t('composer.sendClose')}
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            disabled={text === ''}
            busy={busy}
            iconEnd={<Kbd>{t('composer.sendKeys')}</Kbd>}
          >
            {t(tab === 'reply' ? 'composer.send' : 'composer.addNote')}
          </Button>
        </div>
      </form>
    </div>
  )
}
