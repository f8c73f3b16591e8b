import { Bdi } from '@sila/ui/Bdi'
import { formatDateTime, formatWhen } from '@sila/ui/format'
import type { ThreadEntryFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { EntryFiles } from '../shared/EntryFiles.tsx'
import { EventText } from '../shared/EventText.tsx'
import { OwnScript } from '../shared/OwnScript.tsx'
import { useNow } from '../shared/useNow.ts'
import styles from './Requests.module.css'

/** What has happened to a request, the newest first. */
export function Timeline({
  entries,
  language: written,
}: {
  entries: readonly ThreadEntryFragment[]
  language: string
}) {
  const { t, language } = useT()
  const { masked } = useSession()
  const now = useNow()
  return (
    <ol className={styles.timeline}>
      {entries
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map((entry) => (
          <li key={entry.id} className={styles.event} data-type={entry.type}>
            <div>
              {entry.type === 'EVENT' || (entry.text === null && !masked) ? (
                <EventText entry={entry} subject="request" />
              ) : (
                <>
                  <span className={styles.meta}>
                    {entry.type === 'NOTE' && `${t('thread.note')} · `}
                    <Bdi>{entry.author?.name ?? t('requests.byPerson')}</Bdi>
                  </span>
                  {masked ? (
                    <div className={styles.meta}>{t('thread.wordsHidden')}</div>
                  ) : (
                    <OwnScript as="div" language={entry.language ?? written} className={styles.words}>
                      {entry.text}
                    </OwnScript>
                  )}
                  <EntryFiles files={entry.files} />
                </>
              )}
            </div>
            <time className={styles.meta} dateTime={entry.at} title={formatDateTime(entry.at, language)}>
              {formatWhen(entry.at, now, language)}
            </time>
          </li>
        ))}
    </ol>
  )
}
