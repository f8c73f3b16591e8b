import { Button } from '@sila/ui/Button'
import { Checkbox } from '@sila/ui/Checkbox'
import { SendIcon } from '@sila/ui/icons'
import type { ServiceDefinition } from '@sila/domain/service'
import type { SubmitEvent } from 'react'
import { Page as MissingPage } from '../app/MissingPage.tsx'
import type { Params } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { FormItems } from '../forms/FormItems.tsx'
import { serviceOf, wordsOfService } from '../guide/services.ts'
import { Problems } from '../sending/Problems.tsx'
import { SendingState } from '../sending/SendingState.tsx'
import { PersonFields } from './PersonFields.tsx'
import { useApplication } from './use-application.ts'
import styles from './Apply.module.css'

/** Applying for a service: its form, who applies, and for a permit the way it goes (D4). */
export function Page({ service: wanted }: Params) {
  const service = serviceOf(wanted)
  return service ? <Apply service={service} /> : <MissingPage />
}

function Apply({ service }: { service: ServiceDefinition }) {
  const application = useApplication(service)
  const { draft, change, state } = application

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    application.submit()
  }

  return (
    <div className="page">
      <header>
        <p className="meta">{t('apply.title')}</p>
        <h1 tabIndex={-1}>{wordsOfService(service).name}</h1>
        <p className="lead">{t('apply.lead', { count: service.workingDays })}</p>
      </header>
      <noscript>
        <p className="card tinted">{t('ask.noscript')}</p>
      </noscript>
      <Problems problems={application.problems} round={application.summary} />
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={!application.ready}>
        <fieldset className={styles.form} disabled={state === 'waiting' || state === 'sending'}>
          <legend>{t('apply.form')}</legend>
          <FormItems
            form={service.form}
            answers={draft.answers}
            onChange={(property, value) => change('answers', { ...draft.answers, [property]: value })}
            onLeave={application.leave}
            errorOf={application.errorOf}
          />
          <PersonFields application={application} />
          {service.requiresPermit && (
            <section className={styles.permit}>
              <h2>{t('service.permit')}</h2>
              <p>{t('service.permit.text')}</p>
              <Checkbox
                id="permitExplained"
                label={t('apply.permit')}
                error={application.errorOf('permitExplained')}
                checked={draft.permitExplained}
                onChange={(event) => change('permitExplained', event.currentTarget.checked)}
              />
            </section>
          )}
        </fieldset>
        <SendingState state={state} />
        <Button
          type="submit"
          // The press must not leave the field first: an error that appears there would move the button away from it.
          onMouseDown={(event) => event.preventDefault()}
          variant="primary"
          size="large"
          block
          icon={<SendIcon />}
          busy={state === 'sending'}
        >
          {t(state === 'waiting' || state === 'failed' ? 'send.again' : 'apply.send')}
        </Button>
        <p className="meta">{t('ask.privacy')}</p>
      </form>
    </div>
  )
}

export function title({ service }: Params): string {
  const known = serviceOf(service)
  return known ? `${t('apply.title')}: ${wordsOfService(known).name}` : t('missing.title')
}
