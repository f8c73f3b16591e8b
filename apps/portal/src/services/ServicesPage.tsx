import { defaultServices } from '@sila/domain/service'
import { ChevronForwardIcon } from '@sila/ui/icons'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { wordsOfService } from '../guide/services.ts'
import styles from './Services.module.css'

/** The service guide. */
export function Page() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('nav.services')}</h1>
        <p className="lead">{t('services.lead')}</p>
      </header>
      <ul className={styles.list}>
        {defaultServices.map((service) => {
          const { name, summary } = wordsOfService(service)
          return (
            <li key={service.key}>
              <a href={pathOf(language(), 'service', { service: service.key })}>
                <span className={styles.words}>
                  <strong>{name}</strong>
                  <span>{summary}</span>
                  <span className="meta">
                    {t('service.days', { count: service.workingDays })}
                    {service.requiresPermit && ` · ${t('service.permit.short')}`}
                  </span>
                </span>
                <ChevronForwardIcon />
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

export function title(): string {
  return t('nav.services')
}
