import { formatDate } from '@sila/ui/format'
import { wordOf } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import type { MineQuery } from '../generated/mine/graphql.ts'
import styles from './Mine.module.css'

type Papers = NonNullable<MineQuery['mine']>['papers']

/** Which of the person's papers the team has seen; nothing of them is kept. */
export function MyPapers({ papers }: { papers: Papers }) {
  return (
    <section className="stack" aria-labelledby="mine-papers">
      <h2 id="mine-papers">{t('mine.papers')}</h2>
      <p className="meta">{t('mine.papers.more')}</p>
      {papers.length === 0 && <p className="meta">{t('mine.papers.none')}</p>}
      <ul className={styles.list}>
        {papers.map(({ id, paper, seenAt, expiresOn }) => (
          <li key={id} className={styles.look}>
            <strong>{wordOf('paper', paper)}</strong>
            <span>{t('mine.papers.seen', { date: formatDate(seenAt, language()) })}</span>
            {expiresOn && (
              <span className="meta">
                {t('mine.papers.until', { date: formatDate(`${expiresOn}T12:00:00Z`, language()) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
