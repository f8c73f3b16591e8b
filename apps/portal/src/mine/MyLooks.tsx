import { Bdi } from '@sila/ui/Bdi'
import { formatDateTime } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import type { MineQuery } from '../generated/mine/graphql.ts'
import styles from './Mine.module.css'

type Looks = NonNullable<MineQuery['mine']>['looks']['nodes']

/** Who of the staff looked at the person's data, and at what. */
export function MyLooks({ looks }: { looks: Looks }) {
  return (
    <section className="stack" aria-labelledby="mine-looks">
      <h2 id="mine-looks">{t('mine.looks')}</h2>
      {looks.length === 0 && <p className="meta">{t('mine.looks.none')}</p>}
      <ul className={styles.list}>
        {looks.map(({ id, name, what, at, emergency }) => (
          <li key={id} className={styles.look}>
            <strong>
              <Bdi>{name}</Bdi>
            </strong>
            <span>{t(`mine.look.${what}`)}</span>
            {emergency && <Tag tone="warn">{t('mine.looks.emergency')}</Tag>}
            <time className="meta" dateTime={at}>
              {formatDateTime(at, language(), { length: 'short' })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
