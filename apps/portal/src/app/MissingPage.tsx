import { ButtonLink } from '@sila/ui/Button'
import { language } from './language.ts'
import { pathOf } from './routes.ts'
import { t } from './words.ts'

/** Says that there is no such page, and where to go on. */
export function Page() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('missing.title')}</h1>
        <p className="lead">{t('missing.lead')}</p>
      </header>
      <div className="row">
        <ButtonLink variant="primary" href={pathOf(language(), 'ask')}>
          {t('card.ask')}
        </ButtonLink>
        <ButtonLink href={pathOf(language(), 'home')}>{t('to.home')}</ButtonLink>
      </div>
    </div>
  )
}

export function title(): string {
  return t('missing.title')
}
