import { useMutation } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { formatDateTime } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  type AccountFactsFragment,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { newId } from '../shared/newId.ts'
import { say } from '../shared/say.ts'
import styles from './Account.module.css'
import { deviceName } from './device.ts'

/** Where I am signed in; whatever is not mine I end at once. */
export function Places({ sessions }: Pick<AccountFactsFragment, 'sessions'>) {
  const { t, language } = useT()
  const [endOne] = useMutation(EndSessionDocument)
  const [endOthers, { loading }] = useMutation(EndOtherSessionsDocument)

  async function told(act: Promise<unknown>): Promise<void> {
    try {
      await act
      say(t, t('places.ended'))
    } catch {
      say(t, t('act.failed'), { tone: 'danger' })
    }
  }
  const input = (): { clientMutationId: string } => ({ clientMutationId: newId() })

  return (
    <Card title={t('places.title')}>
      <ul className={styles.list}>
        {sessions.map(({ id, userAgent, startedAt, way, current }) => {
          const device = deviceName(userAgent) ?? t('places.unknown')
          return (
            <li key={id} className={styles.row}>
              <span className={styles.names}>
                <bdi>{device}</bdi>
                <span className={styles.meta}>
                  {t('places.since', {
                    when: formatDateTime(startedAt, language, { calendar: 'gregorian', length: 'short' }),
                  })}
                  {way && ` · ${t(`places.way.${way}`)}`}
                </span>
              </span>
              {current ? (
                <Tag tone="ok">{t('places.here')}</Tag>
              ) : (
                <Button
                  size="small"
                  aria-label={t('places.endNamed', { device })}
                  onClick={() => void told(endOne({ variables: { id, input: input() } }))}
                >
                  {t('places.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <div className={styles.acts}>
          <Button busy={loading} onClick={() => void told(endOthers({ variables: { input: input() } }))}>
            {t('places.endOthers')}
          </Button>
        </div>
      )}
    </Card>
  )
}
