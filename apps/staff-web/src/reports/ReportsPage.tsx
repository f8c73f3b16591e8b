import { useMutation, useQuery } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDate } from '@sila/ui/format'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ExportMattersDocument, ExportReportDocument, RunReportDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { ExportButton } from '../shared/ExportButton.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { periodOf } from '../shared/period.ts'
import { choiceOf, paramsOf } from './choice.ts'
import { ReportChart } from './ReportChart.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReportTable } from './ReportTable.tsx'
import styles from './Reports.module.css'

/** Any question that the measures and dimensions can put: as a table, a chart and a file. */
export function ReportsPage() {
  const { t, language } = useT()
  const [params, setParams] = useSearchParams()
  const choice = useMemo(() => choiceOf(params), [params])
  const period = useMemo(() => periodOf(choice.period), [choice.period])
  const { may } = useSession()
  const [exportReport] = useMutation(ExportReportDocument)
  const [exportMatters] = useMutation(ExportMattersDocument)
  const ask = {
    measures: [...choice.measures],
    by: [...choice.by],
    where:
      choice.where && choice.where.values.length > 0
        ? [{ dimension: choice.where.dimension, in: [...choice.where.values] }]
        : [],
    period,
  }
  const { data, previousData, error, refetch, loading } = useQuery(RunReportDocument, {
    variables: { ...ask, first: 100 },
  })
  const report = (data ?? (loading ? previousData : undefined))?.report

  return (
    <div className="page">
      <PageHead title={t('nav.reports')} text={t('reports.about')}>
        {may('report.export') && (
          <>
            <ExportButton
              label={t('reports.csv')}
              disabled={!report || report.rows.length === 0}
              make={async (clientMutationId) =>
                (await exportReport({ variables: { input: { clientMutationId, ...ask } } })).data?.outcome
              }
            />
            {may('interaction.read') && (
              <ExportButton
                label={t('reports.matters')}
                make={async (clientMutationId) => {
                  const input = { clientMutationId, of: 'INTERACTIONS' as const, period }
                  return (await exportMatters({ variables: { input } })).data?.outcome
                }}
              />
            )}
          </>
        )}
      </PageHead>
      <ReportForm choice={choice} onChange={(next) => setParams(paramsOf(next), { replace: true })} />
      <p className={styles.period}>
        {formatDate(period.from, language)} – {formatDate(Date.parse(period.to) - 1, language)}
        {report && ` · ${t('reports.total', { n: report.n })}`}
      </p>
      {choice.measures.includes('CSAT') && (
        <p className={styles.period}>
          {t('surveys.batches')} {choice.by.length > 0 && t('reports.rare')}
        </p>
      )}
      {!report ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : report.rows.length === 0 ? (
        <EmptyState text={t('reports.empty')} />
      ) : (
        <div className={styles.outcome} aria-busy={loading}>
          {report.truncated && (
            <Banner framed tone="warn">
              {t('reports.truncated')}
            </Banner>
          )}
          {choice.by.length > 0 && <ReportChart choice={choice} rows={report.rows} />}
          <ReportTable choice={choice} rows={report.rows} />
        </div>
      )}
    </div>
  )
}
