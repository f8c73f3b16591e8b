import { t } from '../app/words.ts'
import styles from './Matter.module.css'

/** Everything that is missing, named at once. */
export function Needed({ items }: { items: readonly string[] }) {
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
    </section>
  )
}
