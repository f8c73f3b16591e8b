import { ButtonLink } from '@sila/ui/Button'
import { language } from './language.ts'
import { pathOf } from './routes.ts'
import { t } from './words.ts'

/** Shown in place of a page that is not on this device while there is no line. */
export function Page() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('offline.title')}</h1>
        <p className="lead">{t('offline.lead')}</p>
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
  return t('offline.title')
}
