import { t } from '../app/words.ts'
import { FindForm } from '../app/FindForm.tsx'
import styles from './TrackBox.module.css'

/** Follow what was sent, with the reference and its secret; no account. */
export function TrackBox() {
  return (
    <section className={styles.box} aria-labelledby="track">
      <h2 id="track">{t('track.box.title')}</h2>
      <p className="meta">{t('track.box.lead')}</p>
      <FindForm />
    </section>
  )
}
