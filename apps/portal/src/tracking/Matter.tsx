import { Code } from '@sila/ui/Bdi'
import { formatDate } from '@sila/ui/format'
import { wordOf } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import type { TrackingFragment } from '../generated/graphql.ts'
import { Conversation } from './Conversation.tsx'
import { Needed } from './Needed.tsx'
import { Promised } from './Promised.tsx'
import { Reply } from './Reply.tsx'
import { Survey } from './Survey.tsx'
import { Way } from './Way.tsx'
import { Withdraw } from './Withdraw.tsx'
import styles from './Matter.module.css'

type Props = {
  tracked: TrackingFragment
  secret: string
  live: boolean
  onChange: (tracked: TrackingFragment) => void
}

/** The person's own matter: where it stands, what was said, what they can do now. */
export function Matter({ tracked, secret, live, onChange }: Props) {
  const acting = { tracked, secret, onChange }
  return (
    <div className="page">
      <header>
        <p className="meta">
          {nameOf(tracked)} · <Code>{tracked.reference}</Code>
        </p>
        <h1 tabIndex={-1}>{statusOf(tracked)}</h1>
        <p className="meta">
          {t('track.received', { date: formatDate(tracked.receivedAt, language()) })}
          <span className={styles.live} data-live={live}>
            {t(live ? 'track.live' : 'track.still')}
          </span>
        </p>
      </header>
      <Promised tracked={tracked} />
      {tracked.neededItems.length > 0 && <Needed items={tracked.neededItems} until={tracked.neededUntil} />}
      {tracked.rejectionText && (
        <section className="card">
          <h2>{t('track.rejected')}</h2>
          <p dir="auto">{tracked.rejectionText}</p>
          <p className="meta">{t('track.rejected.more')}</p>
        </section>
      )}
      <Way tracked={tracked} />
      <Conversation tracked={tracked} secret={secret} />
      <Reply {...acting} />
      {tracked.survey && <Survey {...acting} survey={tracked.survey} />}
      {tracked.requestStatus && <Withdraw {...acting} status={tracked.requestStatus} />}
    </div>
  )
}

function nameOf({ service, kind }: TrackingFragment): string {
  return service?.name ?? wordOf('interactionKind', kind ?? '')
}

function statusOf({ interactionStatus, requestStatus }: TrackingFragment): string {
  if (requestStatus) return wordOf('requestStatus', requestStatus)
  // Said to the beneficiary, not about them.
  if (interactionStatus === 'WAITING') return t('track.waiting')
  return wordOf('interactionStatus', interactionStatus ?? '')
}
