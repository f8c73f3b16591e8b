import { useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { formatDate, formatNumber, formatPercent } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { PolicyPageDocument, type PolicyPageQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import styles from './Promises.module.css'

type Clause = PolicyPageQuery['policy']['clauses'][number]
type Promise = NonNullable<Clause['promise']>

/** The policy clause by clause, each promise with the figure that says whether it is kept. */
export function PromisesPage() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PolicyPageDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) {
    return (
      <div className="page">
        <PageHead title={t('nav.promises')} />
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      </div>
    )
  }
  const { policy } = data
  const sections = [...Map.groupBy(policy.clauses, ({ section }) => section)]
  return (
    <div className="page">
      <PageHead
        title={t('nav.promises')}
        text={
          <>
            <Bdi>{policy.title}</Bdi> ·{' '}
            {t('promises.version', {
              version: policy.version,
              date: formatDate(policy.inForceSince, language),
            })}
          </>
        }
      />
      {sections.map(([section, clauses]) => (
        <section key={section} className={styles.section}>
          <h2 className={styles.heading}>{section}</h2>
          <ul className={styles.clauses}>
            {clauses.map((clause) => (
              <li key={clause.id} className={styles.clause}>
                <Code className={styles.number}>{clause.id}</Code>
                <div className={styles.words}>
                  <p>{clause.text}</p>
                  {clause.promise && <p className={styles.indicator}>{clause.promise.indicator}</p>}
                  {clause.promise && (
                    <details className={styles.method}>
                      <summary>{t('promises.method')}</summary>
                      <p>{clause.promise.method}</p>
                    </details>
                  )}
                </div>
                {clause.promise && <Figure promise={clause.promise} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Figure({ promise }: { promise: Promise }) {
  const { t, language } = useT()
  const live = promise.value !== null
  return (
    <div className={styles.figure}>
      {live ? (
        <strong className={styles.value}>{amount(promise.value ?? 0, promise.unit, language, t)}</strong>
      ) : (
        <span className={styles.meta}>
          {t(promise.enough ? 'promises.notMeasured' : 'promises.notEnough')}
        </span>
      )}
      {promise.kept !== null && (
        <Tag tone={promise.kept ? 'ok' : 'danger'}>
          {t(promise.kept ? 'promises.kept' : 'promises.broken')}
        </Tag>
      )}
      <span className={styles.meta}>
        {t(promise.comparison === 'AT_MOST' ? 'promises.atMost' : 'promises.atLeast', {
          value: amount(promise.target, promise.unit, language, t),
        })}
        {live && ` · ${t('surveys.n', { n: promise.n })}`}
      </span>
    </div>
  )
}

function amount(
  value: number,
  unit: string,
  language: string,
  t: (id: string, values?: Record<string, unknown>) => string,
): string {
  switch (unit) {
    case 'PERCENT':
      return formatPercent(value / 100, language)
    case 'HOURS':
      return t('promises.hours', { value: formatNumber(value, language), count: value })
    case 'DAYS':
      return t('promises.days', { value: formatNumber(value, language), count: value })
    case 'MINUTES':
      return t('promises.minutes', { value: formatNumber(value, language), count: value })
    case 'SCORE':
      return t('surveys.outOf', { value: formatNumber(value, language), max: formatNumber(5, language) })
    default:
      return formatNumber(value, language)
  }
}
