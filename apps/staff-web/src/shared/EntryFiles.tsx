import { Bdi } from '@sila/ui/Bdi'
import { DownloadIcon, FileIcon, HourglassIcon, WarningIcon } from '@sila/ui/icons'
import type { EntryFileFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { sizeOf } from './size.ts'
import styles from './EntryFiles.module.css'

/** What came with words: a picture by its small picture, anything else by its name; what was not taken says why. */
export function EntryFiles({ files }: { files: readonly EntryFileFragment[] }) {
  const { t } = useT()
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t('file.list')}>
      {files.map((file) => (
        <li key={file.id}>{file.state === 'RELEASED' ? <Open file={file} /> : <Closed file={file} />}</li>
      ))}
    </ul>
  )
}

function Open({ file }: { file: EntryFileFragment }) {
  const { t, language } = useT()
  const { id, name, size, type } = file
  const path = `/files/${id}`
  if (type === 'PDF')
    return (
      <a className={styles.file} href={path} download={name}>
        <FileIcon size={20} />
        <Bdi className={styles.name}>{name}</Bdi>
        <span className={styles.meta}>{sizeOf(size, language)}</span>
        <DownloadIcon size={18} label={t('file.save')} />
      </a>
    )
  return (
    <a className={styles.picture} href={path} target="_blank" rel="noopener noreferrer">
      <img src={`${path}/thumb`} alt={t('file.picture', { name })} loading="lazy" />
      <span className={styles.caption}>
        <Bdi className={styles.name}>{name}</Bdi>
        <span className={styles.meta}>{sizeOf(size, language)}</span>
      </span>
    </a>
  )
}

function Closed({ file }: { file: EntryFileFragment }) {
  const { t, language } = useT()
  return (
    <span className={styles.file} data-refused={file.refusal !== null}>
      {file.refusal ? <WarningIcon size={20} /> : <HourglassIcon size={20} />}
      <Bdi className={styles.name}>{file.name}</Bdi>
      <span className={styles.meta}>{sizeOf(file.size, language)}</span>
      <span className={styles.why}>
        {file.refusal ? t(`file.refused.${file.refusal}`) : t('file.checking')}
      </span>
    </span>
  )
}
