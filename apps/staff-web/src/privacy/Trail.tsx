import { useQuery } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { PrivacyTrailDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { copy } from '../shared/copy.ts'
import { PageState } from '../shared/PageState.tsx'
import styles from './Privacy.module.css'

/** The audit trail: how it was found last, and its head, to be written down elsewhere. */
export function Trail() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PrivacyTrailDocument, { fetchPolicy: 'cache-and-network' })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  const { head, check } = data.auditTrail
  return (
    <div className={styles.cards}>
      <p className={styles.meta}>{t('trail.about')}</p>
      {check === null ? (
        <EmptyState text={t('trail.unchecked')} />
      ) : (
        <Banner framed tone={check.damages > 0 ? 'danger' : 'ok'}>
          {t(check.damages > 0 ? 'trail.damaged' : 'trail.whole', {
            at: formatDateTime(check.at, language),
            rows: formatNumber(check.rows, language),
            damages: formatNumber(check.damages, language),
          })}
        </Banner>
      )}
      {head !== null && (
        <Card title={t('trail.head')}>
          <p className={styles.meta}>{t('trail.headHelp')}</p>
          <p className={styles.head}>
            <bdi dir="ltr">
              {inGroups(head).map((group, place) => (
                <span key={place}>{group}</span>
              ))}
            </bdi>
          </p>
          <p className={styles.acts}>
            <Button size="small" onClick={() => void copy(t, head)}>
              {t('trail.copy')}
            </Button>
          </p>
        </Card>
      )}
    </div>
  )
}

/** In groups of eight signs, as one copies it by hand. */
function inGroups(head: string): string[] {
  return head.match(/^\d+:|.{1,8}/gu) ?? []
}
