import { useFragment } from '@apollo/client/react'
import { isOpen } from '@sila/domain/interaction'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi } from '@sila/ui/Bdi'
import { formatDateTime, formatWhen } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { LockTag } from '../../circle/LockTag.tsx'
import { InboxRowFragmentDoc } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { word } from '../../i18n/words.ts'
import { useSession } from '../../session/Session.tsx'
import { channelIcon } from '../../shared/channelIcon.tsx'
import { LanguageName } from '../../shared/LanguageName.tsx'
import { OwnScript } from '../../shared/OwnScript.tsx'
import { PromiseChip } from '../../shared/PromiseChip.tsx'
import { useNow } from '../../shared/useNow.ts'
import styles from './InboxRow.module.css'

/** One matter in the list; it reads its own piece of the cache, so a change draws this row and no other. */
export function InboxRow({ id }: { id: string }) {
  const { t, language } = useT()
  const { masked } = useSession()
  const now = useNow()
  const { data: row, complete } = useFragment({
    fragment: InboxRowFragmentDoc,
    fragmentName: 'InboxRow',
    from: { __typename: 'Interaction', id },
  })
  if (!complete) return null

  const kind = word('interactionKind', row.kind)
  // To whoever reads masked a matter is what it is about in kind: its person and its words are not there.
  const name = masked ? kind : (row.beneficiary?.name ?? t('person.anonymous'))
  const done = !isOpen(row.status)
  // Nor do they read for the association: nothing waits for their eyes.
  const unread = row.unread && !masked
  return (
    <div className={styles.row} data-unread={unread || undefined} data-done={done || undefined}>
      <Avatar
        name={name}
        size={32}
        badge={channelIcon(row.channel)}
        badgeLabel={word('channel', row.channel)}
      />
      <div className={styles.body}>
        <p className={styles.top}>
          <Bdi className={styles.name}>{name}</Bdi>
          {unread && <span className={styles.dot} role="img" aria-label={t('inbox.unread')} />}
          <time
            className={styles.when}
            dateTime={row.lastActivityAt}
            title={formatDateTime(row.lastActivityAt, language)}
          >
            {formatWhen(row.lastActivityAt, now, language)}
          </time>
        </p>
        {!masked && (
          <>
            <OwnScript as="p" language={row.language} className={styles.subject}>
              {row.subject}
            </OwnScript>
            <OwnScript as="p" language={row.language} className={styles.preview}>
              {row.preview}
            </OwnScript>
          </>
        )}
        <p className={styles.foot}>
          {done || row.due === null || row.due.met ? (
            <Tag>{word('interactionStatus', row.status)}</Tag>
          ) : (
            <PromiseChip due={row.due} />
          )}
          <LockTag sensitivity={row.sensitivity} />
          {row.openUntil && <Tag tone="danger">{t('emergency.mark')}</Tag>}
          {row.kind !== 'INQUIRY' && !masked && (
            <Tag tone={row.kind === 'COMPLAINT' ? 'info' : 'neutral'}>{kind}</Tag>
          )}
          <span className={styles.language}>
            <LanguageName code={row.language} />
          </span>
        </p>
      </div>
    </div>
  )
}
