import { fileRules, fileTypeNames, fileTypes } from '@sila/domain/file'
import { Bdi } from '@sila/ui/Bdi'
import { IconButton } from '@sila/ui/IconButton'
import { CloseIcon, PaperclipIcon } from '@sila/ui/icons'
import { useRef } from 'react'
import { useT } from '../i18n/useT.ts'
import { problemText } from '../i18n/words.ts'
import { say } from './say.ts'
import { sizeOf } from './size.ts'
import styles from './EntryFiles.module.css'

const accepted = fileTypeNames.map((name) => fileTypes[name].media).join()

type Props = { files: readonly File[]; onChange: (files: readonly File[]) => void }

/** Chooses files that go with what is being written. */
export function AttachButton({ files, onChange }: Props) {
  const { t } = useT()
  const input = useRef<HTMLInputElement>(null)
  const { mostBytes, mostPerMessage } = fileRules

  function add(chosen: readonly File[]): void {
    const fitting = chosen.filter(({ size }) => size > 0 && size <= mostBytes)
    if (fitting.length < chosen.length)
      say(t, problemText({ code: 'FILE_TOO_LARGE', values: { max: mostBytes / 1024 / 1024 } }), {
        tone: 'danger',
      })
    const all = [...files, ...fitting]
    if (all.length > mostPerMessage)
      say(t, problemText({ code: 'FILES_TOO_MANY', values: { max: mostPerMessage } }), { tone: 'danger' })
    onChange(all.slice(0, mostPerMessage))
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <IconButton
        label={t('file.attach')}
        icon={<PaperclipIcon />}
        disabled={files.length >= mostPerMessage}
        onClick={() => input.current?.click()}
      />
    </>
  )
}

/** What goes with it so far. */
export function AttachedFiles({ files, onChange }: Props) {
  const { t, language } = useT()
  if (files.length === 0) return null
  return (
    <ul className={styles.attached} aria-label={t('file.attached')}>
      {files.map((file) => (
        <li key={`${file.name} ${file.lastModified} ${file.size}`} className={styles.chip}>
          <Bdi className={styles.name}>{file.name}</Bdi>
          <span className={styles.meta}>{sizeOf(file.size, language)}</span>
          <IconButton
            size="small"
            label={t('file.remove', { name: file.name })}
            icon={<CloseIcon size={16} />}
            onClick={() => onChange(files.filter((other) => other !== file))}
          />
        </li>
      ))}
    </ul>
  )
}
