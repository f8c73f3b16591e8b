import { Button } from '@sila/ui/Button'
import { formatDateTime } from '@sila/ui/format'
import { RefreshIcon } from '@sila/ui/icons'
import { useEffect, useRef } from 'react'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import { EntryFiles } from '../files/EntryFiles.tsx'
import { FilesUnderWay } from '../files/FilesUnderWay.tsx'
import type { Held } from '../files/follower.ts'
import type { TrackingFragment } from '../generated/graphql.ts'
import { useEntries } from './use-entries.ts'
import type { Entry } from './use-entries.ts'
import styles from './Conversation.module.css'

/** What was said, each in its own script. A reply that arrives while the page is open is read out. */
export function Conversation({ tracked, secret }: { tracked: TrackingFragment; secret: string }) {
  const { entries, failed, retry } = useEntries(tracked, secret)
  const said = entries.filter(({ type, text }) => text && (type === 'ANSWER' || type === 'FROM_BENEFICIARY'))
  const there = new Set(said.flatMap(({ files }) => files.map(({ id }) => id)))
  return (
    <section className="stack" aria-labelledby="said">
      <h2 id="said">{t('track.said')}</h2>
      {said.length === 0 && <p className="meta">{t('track.said.none')}</p>}
      <ol className={styles.said} aria-live="polite">
        {said.map((entry) => (
          <Message key={entry.id} entry={entry} held={{ reference: tracked.reference, secret }} />
        ))}
      </ol>
      <FilesUnderWay there={there} />
      {failed && (
        <div className="row">
          <p className="meta">{t('track.said.failed')}</p>
          <Button icon={<RefreshIcon />} onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Message({ entry, held }: { entry: Entry; held: Held }) {
  const item = useRef<HTMLLIElement>(null)
  const fresh = useRef(Date.now() - Date.parse(entry.at) < 10_000)
  useEffect(() => {
    if (fresh.current && entry.type === 'ANSWER') item.current?.scrollIntoView({ block: 'nearest' })
  }, [entry.type])
  const ours = entry.type === 'ANSWER'
  return (
    <li ref={item} className={styles.message} data-ours={ours}>
      <p className={styles.who}>
        <span>{t(ours ? 'track.team' : 'track.you')}</span>
        <time dateTime={entry.at}>
          {formatDateTime(entry.at, language(), { calendar: 'hijri', length: 'short' })}
        </time>
      </p>
      <p className={styles.text} dir="auto" lang={entry.language ?? undefined}>
        {entry.text}
      </p>
      <EntryFiles files={entry.files} held={held} />
    </li>
  )
}
