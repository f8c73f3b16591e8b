import { formatDate } from '@sila/ui/format'
import { useEffect, useState } from 'react'
import { language } from '../app/language.ts'
import { fetchPromises, figureText, liveClauses } from '../app/promises.ts'
import type { LivePromise } from '../app/promises.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import styles from './Figures.module.css'

/** What was promised, and how it went: figures with their number of cases, or the word that there are too few. */
export function Figures() {
  const [promises, setPromises] = useState<Map<string, LivePromise>>()
  useEffect(() => {
    fetchPromises().then(setPromises, () => setPromises(new Map()))
  }, [])
  return (
    <section className={styles.band} aria-labelledby="figures">
      <div className="wrap">
        <h2 id="figures">{t('figures.title')}</h2>
        <dl className={styles.figures} aria-busy={!promises}>
          {liveClauses.slice(0, 3).map((id) => (
            <Figure key={id} id={id} promise={promises?.get(id)} waiting={!promises} />
          ))}
        </dl>
        <a href={pathOf(language(), 'promises')}>{t('figures.all')}</a>
      </div>
    </section>
  )
}

function Figure({ id, promise, waiting }: { id: string; promise?: LivePromise; waiting: boolean }) {
  const value = promise?.enough ? promise.value : undefined
  return (
    <div>
      <dt>{t(`figure.${id}`)}</dt>
      <dd className={value == null ? styles.none : undefined}>
        {waiting ? ' ' : value == null || !promise ? t('figures.few') : figureText(value, promise.unit)}
      </dd>
      <dd className={styles.small}>
        {promise && value != null
          ? t('figures.n', {
              count: promise.n,
              from: formatDate(promise.period.from, language(), { calendar: 'gregorian', length: 'medium' }),
            })
          : ' '}
      </dd>
    </div>
  )
}
