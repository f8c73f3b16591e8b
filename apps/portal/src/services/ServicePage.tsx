import { ButtonLink } from '@sila/ui/Button'
import { ArrowForwardIcon, InfoIcon } from '@sila/ui/icons'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import type { Params } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { Page as MissingPage } from '../app/MissingPage.tsx'
import { serviceOf, wordsOfService } from '../guide/services.ts'
import styles from './Services.module.css'

/** One service: for whom, what it takes, how long, and that it costs nothing. */
export function Page({ service: wanted }: Params) {
  const service = serviceOf(wanted)
  if (!service) return <MissingPage />
  const { name, summary, audience, needs } = wordsOfService(service)
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{name}</h1>
        <p className="lead">{summary}</p>
      </header>
      {service.requiresPermit && (
        <section className={styles.permit}>
          <InfoIcon />
          <div className="stack">
            <h2>{t('service.permit')}</h2>
            <p>{t('service.permit.text')}</p>
          </div>
        </section>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{t('service.audience')}</dt>
          <dd>{audience}</dd>
        </div>
        {needs.length > 0 && (
          <div>
            <dt>{t('service.needs')}</dt>
            <dd>
              <ul className={styles.needs}>
                {needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('service.time')}</dt>
          <dd>{t('service.days', { count: service.workingDays })}</dd>
        </div>
        <div>
          <dt>{t('service.cost')}</dt>
          <dd>{t('service.free')}</dd>
        </div>
      </dl>
      <ButtonLink
        variant="primary"
        size="large"
        block
        href={pathOf(language(), 'apply', { service: service.key })}
        iconEnd={<ArrowForwardIcon />}
      >
        {t('service.apply')}
      </ButtonLink>
    </div>
  )
}

export function title({ service }: Params): string {
  const known = serviceOf(service)
  return known ? wordsOfService(known).name : t('missing.title')
}
