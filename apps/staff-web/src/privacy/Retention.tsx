import { useQuery } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { VisuallyHidden } from '@sila/ui/VisuallyHidden'
import { useState } from 'react'
import {
  PrivacyRetentionDocument,
  type PrivacyRetentionQuery,
  type RetentionLineFragment,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { PageState } from '../shared/PageState.tsx'
import { RetentionDialog } from './RetentionDialog.tsx'
import { termOf } from './term.ts'
import styles from './Privacy.module.css'

type Run = PrivacyRetentionQuery['retention']['runs'][number]

/** How long each kind of record is kept, and what the last nights ended. */
export function Retention() {
  const { t, language } = useT()
  const { may } = useSession()
  const [changing, setChanging] = useState<RetentionLineFragment>()
  const { data, error, refetch } = useQuery(PrivacyRetentionDocument, { fetchPolicy: 'cache-and-network' })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={10} />
  const { settings, runs, lastRunAt, nextRunAt } = data.retention
  return (
    <>
      <dl className={styles.times}>
        <div>
          <dt>{t('retention.lastRun')}</dt>
          <dd>{lastRunAt === null ? t('retention.neverRan') : formatDateTime(lastRunAt, language)}</dd>
        </div>
        <div>
          <dt>{t('retention.nextRun')}</dt>
          <dd>{formatDateTime(nextRunAt, language)}</dd>
        </div>
      </dl>
      <Table<RetentionLineFragment>
        caption={t('privacy.part.retention')}
        rows={settings}
        rowKey={({ record }) => record}
        columns={[
          {
            key: 'record',
            head: t('retention.record'),
            width: '46%',
            cell: ({ record }) => (
              <span className={styles.stack}>
                <span>{t(`retention.record.${record}`)}</span>
                <span className={styles.meta}>{t(`retention.about.${record}`)}</span>
              </span>
            ),
          },
          {
            key: 'term',
            head: t('retention.term'),
            width: '16%',
            cell: ({ months }) => termOf(t, months),
          },
          { key: 'why', head: t('retention.why'), cell: (row) => <Why row={row} /> },
          {
            key: 'change',
            head: <VisuallyHidden>{t('retention.change')}</VisuallyHidden>,
            align: 'end',
            cell: (row) =>
              may('privacy.act') && (
                <Button
                  size="small"
                  aria-label={t('retention.changeOf', { record: t(`retention.record.${row.record}`) })}
                  onClick={() => setChanging(row)}
                >
                  {t('retention.change')}
                </Button>
              ),
          },
        ]}
      />
      <h2 className={styles.heading}>{t('retention.runs')}</h2>
      <Table<Run>
        caption={t('retention.runs')}
        rows={runs}
        rowKey={({ begunAt, record }) => `${begunAt} ${record}`}
        empty={<EmptyState text={t('retention.nothingDue')} />}
        columns={[
          {
            key: 'record',
            head: t('retention.record'),
            cell: ({ record }) => t(`retention.record.${record}`),
          },
          { key: 'at', head: t('erasure.at'), cell: ({ begunAt }) => formatDateTime(begunAt, language) },
          ...(['examined', 'erased', 'held', 'open'] as const).map((count) => ({
            key: count,
            head: t(`retention.count.${count}`),
            align: 'end' as const,
            cell: (row: Run) => formatNumber(row[count], language),
          })),
        ]}
      />
      {changing && <RetentionDialog setting={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

/** The default, or who set something else, when and why. */
function Why({ row }: { row: RetentionLineFragment }) {
  const { t, language } = useT()
  if (row.setAt === null) return <span className={styles.meta}>{t('retention.default')}</span>
  return (
    <span className={styles.stack}>
      <bdi>{row.reason}</bdi>
      <span className={styles.meta}>
        {row.setBy && (
          <>
            <bdi>{row.setBy.name}</bdi> ·{' '}
          </>
        )}
        {formatDateTime(row.setAt, language, { length: 'short' })}
      </span>
    </span>
  )
}
