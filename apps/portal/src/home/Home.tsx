import { LanguageLinks } from '../app/LanguageLinks.tsx'
import { t } from '../app/words.ts'
import { Cards } from './Cards.tsx'
import { Figures } from './Figures.tsx'
import { Hero } from './Hero.tsx'
import { Questions } from './Questions.tsx'
import { TrackBox } from './TrackBox.tsx'
import { useQuestionFilter } from './use-question-filter.ts'
import styles from './Home.module.css'

/** The first page: ask, or find the answer that is already there. */
export function Page() {
  const filter = useQuestionFilter()
  return (
    <>
      <Hero onType={filter.type} found={filter.found} />
      <Cards />
      <div className={`wrap ${styles.columns}`}>
        <Questions shown={filter.shown} />
        <TrackBox />
      </div>
      <section className={`wrap ${styles.languages}`} aria-labelledby="languages">
        <h2 id="languages">{t('languages.title')}</h2>
        <LanguageLinks label={t('languages.title')} />
      </section>
      <Figures />
    </>
  )
}

export function title(): string {
  return t('home.title')
}
