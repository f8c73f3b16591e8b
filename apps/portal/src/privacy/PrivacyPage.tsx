import { t } from '../app/words.ts'

const parts = ['kept', 'why', 'long', 'who', 'device', 'rights'] as const

/** What is kept, why, how long, and what a person may ask for (PDPL). */
export function Page() {
  return (
    <article className="page">
      <header>
        <h1 tabIndex={-1}>{t('nav.privacy')}</h1>
        <p className="lead">{t('privacy.lead')}</p>
      </header>
      {parts.map((part) => (
        <section key={part} className="stack">
          <h2>{t(`privacy.${part}`)}</h2>
          <p>{t(`privacy.${part}.text`)}</p>
        </section>
      ))}
    </article>
  )
}

export function title(): string {
  return t('nav.privacy')
}
