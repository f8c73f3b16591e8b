import { useQuery } from '@apollo/client/react'
import { reportLabel } from '@sila/domain/measure'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDate } from '@sila/ui/format'
import { DownloadIcon } from '@sila/ui/icons'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { RunReportDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { periodOf } from '../shared/period.ts'
import { choiceOf, paramsOf } from './choice.ts'
import { csvOf, download, type Cell } from './csv.ts'
import { keyLabel } from './labels.ts'
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
  const { data, previousData, error, refetch, loading } = useQuery(RunReportDocument, {
    variables: {
      measures: [...choice.measures],
      by: [...choice.by],
      where:
        choice.where && choice.where.values.length > 0
          ? [{ dimension: choice.where.dimension, in: [...choice.where.values] }]
          : [],
      period,
      first: 100,
    },
  })
  const report = (data ?? (loading ? previousData : undefined))?.report

  function save(): void {
    if (!report) return
    const head: Cell[] = [...choice.by, ...choice.measures].map((key) => reportLabel(key, language))
    const rows = report.rows.map((row): Cell[] => [
      ...row.keys.map((key, place) => {
        const dimension = choice.by[place]
        return dimension ? keyLabel(dimension, key, language, t) : key
      }),
      ...choice.measures.map((_, place) =>
        row.suppressed ? t('reports.suppressed') : (row.values[place] ?? null),
      ),
      row.n,
    ])
    download(`sila-${choice.period}.csv`, csvOf([[...head, t('reports.n')], ...rows]))
  }

  return (
    <div className="page">
      <PageHead title={t('nav.reports')} text={t('reports.about')}>
        <Button
          icon={<DownloadIcon size={18} />}
          disabled={!report || report.rows.length === 0}
          onClick={save}
        >
          {t('reports.csv')}
        </Button>
      </PageHead>
      <ReportForm choice={choice} onChange={(next) => setParams(paramsOf(next), { replace: true })} />
      <p className={styles.period}>
        {formatDate(period.from, language)} – {formatDate(Date.parse(period.to) - 1, language)}
        {report && ` · ${t('reports.total', { n: report.n })}`}
      </p>
      {!report ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : report.rows.length === 0 ? (
        <EmptyState text={t('reports.empty')} />
      ) : (
        <div className={styles.outcome} aria-busy={loading}>
          {report.truncated && <Banner tone="warn">{t('reports.truncated')}</Banner>}
          {choice.by.length > 0 && <ReportChart choice={choice} rows={report.rows} />}
          <ReportTable choice={choice} rows={report.rows} />
        </div>
      )}
    </div>
  )
}
