import { formatDate } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { language } from '../app/language.ts'
import { figureText } from '../app/promises.ts'
import type { LivePromise } from '../app/promises.ts'
import { t } from '../app/words.ts'
import styles from './Promises.module.css'

type Props = { id: string; promise: LivePromise | undefined; waiting: boolean }

/** One promise: what is counted, how it stands, what was aimed at, over how many cases and which time. */
export function LiveFigure({ id, promise, waiting }: Props) {
  const value = promise?.enough ? promise.value : undefined
  return (
    <article className={styles.figure} aria-busy={waiting}>
      <h3>{t(`figure.${id}`)}</h3>
      <p className={styles.value} data-none={value == null}>
        {waiting ? ' ' : value == null || !promise ? t('figures.few') : figureText(value, promise.unit)}
      </p>
      {promise && (
        <p className="meta">
          {t(promise.comparison === 'AT_MOST' ? 'promises.atMost' : 'promises.atLeast', {
            target: figureText(promise.target, promise.unit),
          })}{' '}
          {promise.kept != null && value != null && (
            <Tag tone={promise.kept ? 'ok' : 'warn'}>
              {t(promise.kept ? 'promises.kept' : 'promises.notKept')}
            </Tag>
          )}
        </p>
      )}
      <p className="meta">{t(`figure.${id}.method`)}</p>
      {promise && <p className="meta">{spanOf(promise)}</p>}
    </article>
  )
}

function spanOf({ n, period }: LivePromise): string {
  const day = (moment: string) => formatDate(moment, language(), { calendar: 'gregorian', length: 'medium' })
  return t('promises.span', {
    count: n,
    from: day(period.from),
    to: day(period.to),
  })
}
