import { ClockIcon, PauseIcon } from '@sila/ui/icons'
import { formatDate } from '@sila/ui/format'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import type { TrackingFragment } from '../generated/graphql.ts'
import styles from './Matter.module.css'

/** The day by which the association owes the next thing, in both calendars; or that it waits for the person. */
export function Promised({ tracked }: { tracked: TrackingFragment }) {
  const { promisedAt, paused, interactionStatus, requestStatus } = tracked
  const theirTurn = interactionStatus === 'WAITING' || requestStatus === 'NEEDS_INFO'
  if (paused) {
    return (
      <p className={styles.promise} data-paused="true">
        <PauseIcon />
        <span>{t(theirTurn ? 'track.paused.you' : 'track.paused')}</span>
      </p>
    )
  }
  if (!promisedAt) return null
  return (
    <p className={styles.promise}>
      <ClockIcon />
      <span>
        {t('track.promised')} <strong>{formatDate(promisedAt, language(), { length: 'full' })}</strong>
      </span>
    </p>
  )
}
