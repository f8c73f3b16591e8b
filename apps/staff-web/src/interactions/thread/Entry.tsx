import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { formatDateTime, formatTime } from '@sila/ui/format'
import { ZapIcon } from '@sila/ui/icons'
import { languageName } from '@sila/domain/language'
import type { InboxRowFragment, ThreadEntryFragment } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { useSession } from '../../session/Session.tsx'
import { OwnScript } from '../../shared/OwnScript.tsx'
import { EntryFiles } from '../../shared/EntryFiles.tsx'
import { EventText } from '../../shared/EventText.tsx'
import styles from './Entry.module.css'

type Props = { entry: ThreadEntryFragment; thread: Pick<InboxRowFragment, 'language' | 'beneficiary'> }

/** One thing in a conversation: their words, our reply, a note among colleagues, or something that happened. */
export function Entry({ entry, thread }: Props) {
  const { t, language } = useT()
  const { masked } = useSession()
  if (entry.type === 'EVENT') {
    return (
      <p className={styles.event}>
        <ZapIcon size={14} />
        <span>
          <EventText entry={entry} />
        </span>
        <Time at={entry.at} />
      </p>
    )
  }
  const written = entry.language ?? thread.language
  const person = masked ? t('person.label') : (thread.beneficiary?.name ?? t('person.anonymous'))
  const name = entry.type === 'FROM_BENEFICIARY' ? person : (entry.author?.name ?? t('thread.us'))
  return (
    <article className={styles.entry} data-type={entry.type}>
      {entry.type !== 'ANSWER' && <Avatar name={name} size={32} />}
      <div className={styles.column}>
        <p className={styles.by}>
          <Bdi className={styles.name}>{name}</Bdi>
          {entry.type === 'NOTE' && <span>{t('thread.note')}</span>}
          <Time at={entry.at} />
        </p>
        <div className={styles.bubble}>
          {masked ? (
            <p className={styles.hidden}>{t('thread.wordsHidden')}</p>
          ) : (
            <OwnScript as="div" language={written} className={styles.text}>
              {entry.text}
            </OwnScript>
          )}
          <EntryFiles files={entry.files} />
          {entry.type === 'ANSWER' && written !== language && (
            <p className={styles.sent}>{t('thread.sentIn', { language: languageName(written, language) })}</p>
          )}
        </div>
      </div>
    </article>
  )
}

function Time({ at }: { at: string }) {
  const { language } = useT()
  return (
    <time className={styles.time} dateTime={at} title={formatDateTime(at, language)}>
      {formatTime(at, language)}
    </time>
  )
}
