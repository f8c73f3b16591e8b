import { fileRules, fileTypeNames, fileTypes } from '@sila/domain/file'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { IconButton } from '@sila/ui/IconButton'
import { CloseIcon, FileIcon, PaperclipIcon } from '@sila/ui/icons'
import { useId, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { problemText } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import { addTo } from './chosen.ts'
import type { Chosen } from './chosen.ts'
import { sizeOf } from './size.ts'
import styles from './Files.module.css'

const accepted = fileTypeNames.map((name) => fileTypes[name].media).join()

type Props = { chosen: readonly Chosen[]; onChange: (chosen: Chosen[]) => void }

/** Chooses files to send along: a phone offers its camera and its pictures, a desk takes what is dropped. */
export function FilePicker({ chosen, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const help = useId()
  const [over, setOver] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  function add(files: Iterable<File>): void {
    const next = addTo(chosen, files)
    setProblems(next.problems.map((problem) => `${problem.name}: ${problemText(problem)}`))
    onChange(next.chosen)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }

  const full = chosen.length >= fileRules.mostPerMessage
  return (
    <div
      className={styles.picker}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          add(event.currentTarget.files ?? [])
          // The same file may be chosen again after it was taken away.
          event.currentTarget.value = ''
        }}
      />
      <div className="row">
        <Button
          icon={<PaperclipIcon />}
          disabled={full}
          aria-describedby={help}
          onClick={() => input.current?.click()}
        >
          {t('file.add')}
        </Button>
        <span className={styles.drop}>{t('file.drop')}</span>
      </div>
      <p id={help} className="meta">
        {t('file.help', { count: fileRules.mostPerMessage, size: fileRules.mostBytes / 1024 / 1024 })}{' '}
        {t('file.papers')}
      </p>
      {chosen.length > 0 && (
        <ul className={styles.list} aria-label={t('file.chosen')}>
          {chosen.map(({ id, file }) => (
            <li key={id} className={styles.item}>
              <FileIcon />
              <span className={styles.name}>
                <Bdi>{file.name}</Bdi>
              </span>
              <span className="meta">{sizeOf(file.size)}</span>
              <IconButton
                label={t('file.remove', { name: file.name })}
                icon={<CloseIcon />}
                onClick={() => onChange(chosen.filter((other) => other.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <div role="alert">
          {problems.map((problem) => (
            <p key={problem} className={styles.problem} dir="auto">
              {problem}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
