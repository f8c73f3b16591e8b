import { Bdi } from '@sila/ui/Bdi'
import { IconButton } from '@sila/ui/IconButton'
import { DownloadIcon, FileIcon } from '@sila/ui/icons'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { problemText } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import { TrackedFileLinkDocument } from '../generated/graphql.ts'
import type { TrackedLinesFragment } from '../generated/graphql.ts'
import type { Held } from './follower.ts'
import { sizeOf } from './size.ts'
import styles from './Files.module.css'

type EntryFile = TrackedLinesFragment['nodes'][number]['files'][number]

/** What came with words: each can be saved once it was looked through; what was not taken says why. */
export function EntryFiles({ files, held }: { files: readonly EntryFile[]; held: Held }) {
  if (files.length === 0) return null
  return (
    <ul className={`${styles.list} ${styles.with}`}>
      {files.map((file) => (
        <Line key={file.id} file={file} held={held} />
      ))}
    </ul>
  )
}

function Line({ file, held }: { file: EntryFile; held: Held }) {
  const [failed, setFailed] = useState(false)
  const { id, name, size, state, refusal } = file

  async function save(): Promise<void> {
    setFailed(false)
    try {
      const { data } = await client.mutate({
        mutation: TrackedFileLinkDocument,
        variables: { input: { ...held, fileId: id } },
        fetchPolicy: 'no-cache',
      })
      const path = data?.trackedFileLink.path
      if (path) follow(path, name)
      else setFailed(true)
    } catch {
      setFailed(true)
    }
  }

  return (
    <li className={styles.item}>
      <FileIcon />
      <span className={styles.name}>
        <Bdi>{name}</Bdi>
      </span>
      <span className="meta">{sizeOf(size)}</span>
      {state === 'RELEASED' && (
        <IconButton label={t('file.save', { name })} icon={<DownloadIcon />} onClick={() => void save()} />
      )}
      {state === 'CHECKING' && <span className="meta">{t('file.checking')}</span>}
      {refusal && <p className={styles.problem}>{problemText({ code: refusal })}</p>}
      {failed && (
        <p className={styles.problem} role="alert">
          {t('file.save.failed')}
        </p>
      )}
    </li>
  )
}

// The page stays where it is: its address holds the secret, which leads nowhere else.
function follow(path: string, name: string): void {
  const link = document.createElement('a')
  link.href = path
  link.download = name
  link.click()
}
