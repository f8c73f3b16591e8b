import { ButtonLink } from '@sila/ui/Button'
import { useEffect } from 'react'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { firstQuestions, moreQuestions } from './question-keys.ts'
import { QuestionList } from './QuestionList.tsx'
import styles from './Questions.module.css'

/** All questions, and what is often believed about the association that is not so (policy M1). */
export function Page() {
  useEffect(openWanted, [])
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('faq.title')}</h1>
        <p className="lead">{t('faq.lead')}</p>
      </header>
      <div className={styles.questions}>
        <QuestionList keys={firstQuestions} />
      </div>
      <section className={styles.questions} aria-labelledby="beliefs">
        <h2 id="beliefs">{t('faq.beliefs')}</h2>
        <QuestionList keys={moreQuestions} open={-1} />
      </section>
      <section className="card tinted">
        <p>{t('faq.more')}</p>
        <div>
          <ButtonLink variant="primary" href={pathOf(language(), 'ask')}>
            {t('card.ask')}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}

// A topic of the first page leads to its question, already open.
function openWanted(): void {
  const wanted = location.hash && document.querySelector(location.hash)
  if (!(wanted instanceof HTMLDetailsElement)) return
  wanted.open = true
  wanted.scrollIntoView({ block: 'center' })
}

export function title(): string {
  return t('faq.title')
}
