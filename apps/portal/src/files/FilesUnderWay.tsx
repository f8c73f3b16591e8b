import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatPercent } from '@sila/ui/format'
import { IconButton } from '@sila/ui/IconButton'
import { CheckCircleIcon, CloseIcon, FileIcon, RefreshIcon, WarningIcon } from '@sila/ui/icons'
import { ProgressBar } from '@sila/ui/ProgressBar'
import { useEffect, useSyncExternalStore } from 'react'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import { drop, onProgress, progress, sendFollowers, tryAgain } from './queue.ts'
import type { Progress } from './follower.ts'
import { sizeOf } from './size.ts'
import styles from './Files.module.css'

type Props = {
  /** What the words were sent under; all where none is named. */
  of?: string
  /** The files that stand with their words already. */
  there?: ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()
const nothing: readonly Progress[] = []

/** The files that follow what was sent: how far each is, and what can be done about it. */
export function FilesUnderWay({ of, there = nobody }: Props) {
  const all = useSyncExternalStore(onProgress, progress, () => nothing)
  useEffect(() => void sendFollowers(), [])
  const files = all.filter(
    (file) => (of === undefined || file.of === of) && !(file.fileId && there.has(file.fileId)),
  )
  if (files.length === 0) return null
  return (
    <section className="card" aria-labelledby="files-under-way">
      <h2 id="files-under-way">{t('file.following')}</h2>
      <p className="meta">{t('file.following.more')}</p>
      <ul className={styles.list} aria-live="polite">
        {files.map((file) => (
          <Line key={file.id} file={file} />
        ))}
      </ul>
    </section>
  )
}

function Line({ file }: { file: Progress }) {
  const { id, name, state, share, size, message } = file
  const words = wordsOf(file)
  return (
    <li className={styles.item}>
      {state === 'arrived' ? <CheckCircleIcon /> : state === 'failed' ? <WarningIcon /> : <FileIcon />}
      <span className={styles.name}>
        <Bdi>{name}</Bdi>
      </span>
      <span className="meta">{sizeOf(size)}</span>
      {state === 'failed' && !message && (
        <Button icon={<RefreshIcon />} onClick={() => void tryAgain(id)}>
          {t('retry')}
        </Button>
      )}
      {state !== 'arrived' && (
        <IconButton label={t('file.remove', { name })} icon={<CloseIcon />} onClick={() => void drop(id)} />
      )}
      <div className={styles.bar}>
        {state === 'sending' || state === 'paused' ? (
          <ProgressBar
            bare
            value={share}
            tone={state === 'paused' ? 'warn' : 'ok'}
            label={name}
            valueText={words}
          >
            {words}
          </ProgressBar>
        ) : (
          <p className={state === 'failed' ? styles.problem : 'meta'} dir="auto">
            {words}
          </p>
        )}
      </div>
    </li>
  )
}

function wordsOf({ state, share, message }: Progress): string {
  switch (state) {
    case 'sending':
      return t('file.sending', { percent: formatPercent(share, language()) })
    case 'paused':
      return t('file.paused')
    case 'arrived':
      return t('file.checking')
    case 'failed':
      return message ?? t('file.failed')
    case 'waiting':
      return t('file.waiting')
  }
}
