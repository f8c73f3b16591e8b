import { ArrowForwardIcon } from '@sila/ui/icons'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { QuestionList } from './QuestionList.tsx'
import styles from './Questions.module.css'
import type { QuestionKey } from './question-keys.ts'

/** What is asked most; each opens without JavaScript. */
export function Questions({ shown }: { shown: readonly QuestionKey[] }) {
  return (
    <section className={styles.questions} aria-labelledby="questions">
      <h2 id="questions">{t('faq.title')}</h2>
      {shown.length > 0 ? <QuestionList keys={shown} /> : <p className="lead">{t('faq.none')}</p>}
      <a className={styles.all} href={pathOf(language(), 'questions')}>
        {t('faq.all')}
        <ArrowForwardIcon size={18} />
      </a>
    </section>
  )
}
