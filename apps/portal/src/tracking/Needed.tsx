import { formatDate } from '@sila/ui/format'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import styles from './Matter.module.css'

type Props = { items: readonly string[]; until: string | null }

/** Everything that is missing, named at once, and until when it is awaited. */
export function Needed({ items, until }: Props) {
  return (
    <section className="card" aria-labelledby="needed">
      <h2 id="needed">{t('track.needed')}</h2>
      <ul className={styles.needed}>
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
      <p className="meta">{t('track.needed.more')}</p>
      {until && <p className="meta">{t('track.needed.until', { date: formatDate(until, language()) })}</p>}
    </section>
  )
}
