import { Button } from '@sila/ui/Button'
import { SendIcon } from '@sila/ui/icons'
import type { SubmitEvent } from 'react'
import { t } from '../app/words.ts'
import { SendingState } from '../sending/SendingState.tsx'
import { Problems } from '../sending/Problems.tsx'
import { ContactFields } from './ContactFields.tsx'
import { KindCards } from './KindCards.tsx'
import { MatterFields } from './MatterFields.tsx'
import { useAskForm } from './use-ask-form.ts'
import styles from './Ask.module.css'

/** Ask, suggest, complain, observe or thank: one form, no account, any language. */
export function Page() {
  const form = useAskForm()
  const locked = form.state === 'waiting' || form.state === 'sending'

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    form.submit()
  }

  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('ask.title')}</h1>
        <p className="lead">{t('ask.lead')}</p>
      </header>
      <noscript>
        <p className="card tinted">{t('ask.noscript')}</p>
      </noscript>
      <Problems problems={form.problems} round={form.summary} />
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={!form.ready}>
        <fieldset className={styles.all} disabled={locked}>
          <legend className="sr-only">{t('ask.title')}</legend>
          <KindCards value={form.draft.kind} onChange={(kind) => form.change('kind', kind)} />
          <MatterFields form={form} />
          <ContactFields form={form} />
        </fieldset>
        <SendingState state={form.state} />
        <div className={styles.end}>
          <Button
            type="submit"
            // The press must not leave the field first: an error that appears there would move the button away from it.
            onMouseDown={(event) => event.preventDefault()}
            variant="primary"
            size="large"
            block
            icon={<SendIcon />}
            busy={form.state === 'sending'}
          >
            {t(form.state === 'waiting' || form.state === 'failed' ? 'send.again' : 'ask.send')}
          </Button>
          <p className="meta">{t('ask.privacy')}</p>
        </div>
      </form>
    </div>
  )
}

export function title(): string {
  return t('ask.title')
}
