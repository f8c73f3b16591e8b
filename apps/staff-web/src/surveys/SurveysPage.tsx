import { useQuery } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { BarChart } from '@sila/ui/BarChart'
import { Card } from '@sila/ui/Card'
import { formatDate, formatNumber, formatPercent } from '@sila/ui/format'
import { useMemo, useState } from 'react'
import { SurveysDocument, type SurveysQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { PeriodSelect } from '../shared/PeriodSelect.tsx'
import { periodOf, type PeriodName } from '../shared/period.ts'
import styles from './Surveys.module.css'

type Results = SurveysQuery['surveyResults']
type Scores = NonNullable<Results['distribution']>

/** What people say of the service; for correction and development, so never of a person who served (M3). */
export function SurveysPage() {
  const { t, language } = useT()
  const [name, setName] = useState<PeriodName>('months6')
  const period = useMemo(() => periodOf(name), [name])
  const { data, error, refetch } = useQuery(SurveysDocument, { variables: { period } })
  return (
    <div className="page">
      <PageHead title={t('nav.surveys')} text={t('surveys.about')}>
        <PeriodSelect value={name} onChange={setName} />
      </PageHead>
      <p className={styles.period}>
        {formatDate(period.from, language)} – {formatDate(Date.parse(period.to) - 1, language)}
      </p>
      <p className={styles.period}>{t('surveys.batches')}</p>
      {data ? (
        <Outcome results={data.surveyResults} />
      ) : (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function Outcome({ results }: { results: Results }) {
  const { t, language } = useT()
  if (!results.enough)
    return (
      <Banner framed tone="info">
        {t('surveys.notEnough')}
      </Banner>
    )
  return (
    <div className={styles.results}>
      <dl className={styles.figures}>
        <Figure name={t('surveys.invited')} value={formatNumber(results.invited, language)} />
        <Figure name={t('surveys.answered')} value={formatNumber(results.answered, language)} />
        {results.responseRate !== null && (
          <Figure name={t('surveys.rate')} value={formatPercent(results.responseRate / 100, language)} />
        )}
        {results.csat !== null && (
          <Figure
            name={t('surveys.csat')}
            value={t('surveys.outOf', {
              value: formatNumber(results.csat, language, { fractionDigits: 1 }),
              max: formatNumber(5, language),
            })}
          />
        )}
      </dl>
      <div className={styles.charts}>
        {results.distribution && (
          <Distribution title={t('surveys.csat')} scores={results.distribution} n={results.answered} />
        )}
        {results.easeDistribution && (
          <Distribution
            title={t('surveys.ease')}
            scores={results.easeDistribution}
            n={countOf(results.easeDistribution)}
          />
        )}
      </div>
      {results.comments && results.comments.length > 0 && (
        <Card>
          <h2 className={styles.heading}>{t('surveys.comments')}</h2>
          <ul className={styles.comments}>
            {results.comments.map((comment, place) => (
              <li key={place}>
                <bdi>{comment}</bdi>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

// The second question may be left out.
function countOf(scores: Scores): number {
  return scores.reduce((sum, { count }) => sum + count, 0)
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Distribution({ title, scores, n }: { title: string; scores: Scores; n: number }) {
  const { t, language } = useT()
  const steps = [1, 2, 3, 4, 5]
  return (
    <Card>
      <BarChart
        title={`${title} · ${t('surveys.n', { n })}`}
        categoryHead={t('surveys.score')}
        tableLabel={t('chart.table')}
        categories={steps.map((score) => formatNumber(score, language))}
        series={[
          {
            key: 'count',
            name: t('surveys.answers'),
            values: steps.map((score) => scores.find((one) => one.score === score)?.count ?? 0),
          },
        ]}
        format={(value) => formatNumber(value, language)}
        dir={language === 'ar' ? 'rtl' : 'ltr'}
      />
    </Card>
  )
}
