import { Button } from '@sila/ui/Button'
import { WarningIcon } from '@sila/ui/icons'
import { useEffect, useRef } from 'react'
import type { InboxRowFragment, ThreadEntryFragment } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { Entry } from './Entry.tsx'
import styles from './Conflict.module.css'

type Props = {
  entries: readonly ThreadEntryFragment[]
  thread: Pick<InboxRowFragment, 'language' | 'beneficiary'>
  onSend: () => void
  onEdit: () => void
}

/** The thread has moved on since the writing began: nothing was sent, here is what is new. */
export function Conflict({ entries, thread, onSend, onEdit }: Props) {
  const { t } = useT()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      className={styles.conflict}
      role="alertdialog"
      aria-labelledby="conflict-title"
      tabIndex={-1}
    >
      <h3 id="conflict-title" className={styles.title}>
        <WarningIcon size={18} />
        <span>{t('conflict.title')}</span>
      </h3>
      <p className={styles.text}>{t('conflict.text')}</p>
      <div className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} thread={thread} />
        ))}
      </div>
      <div className={styles.acts}>
        <Button onClick={onEdit}>{t('conflict.edit')}</Button>
        <Button variant="primary" onClick={onSend}>
          {t('conflict.send')}
        </Button>
      </div>
    </section>
  )
}
