import { SearchIcon } from '@sila/ui/icons'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import styles from './Hero.module.css'

const topics = ['course', 'books', 'permit'] as const

/** The question above everything else. The field is a plain form: what is typed goes on to the ask page even without JavaScript. */
export function Hero({ onType, found }: { onType: (text: string) => void; found: number | undefined }) {
  const here = language()
  return (
    <div className={styles.hero}>
      <div className={`wrap ${styles.inner}`}>
        <h1 tabIndex={-1}>{t('home.heading')}</h1>
        <p>{t('home.lead')}</p>
        <form className={styles.search} role="search" action={pathOf(here, 'ask')}>
          <label className="sr-only" htmlFor="home-search">
            {t('home.search.label')}
          </label>
          <input
            id="home-search"
            name="q"
            type="text"
            dir="auto"
            autoComplete="off"
            maxLength={500}
            enterKeyHint="go"
            placeholder={t('home.search.placeholder')}
            onChange={(event) => onType(event.currentTarget.value)}
          />
          <button type="submit">
            <SearchIcon size={18} />
            <span>{t('home.search.button')}</span>
          </button>
        </form>
        <p className="sr-only" aria-live="polite">
          {found === undefined ? '' : t('home.search.found', { count: found })}
        </p>
        <ul className={styles.topics} aria-label={t('home.topics')}>
          {topics.map((topic) => (
            <li key={topic}>
              <a href={`${pathOf(here, 'questions')}#${topic}`}>{t(`home.topic.${topic}`)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
