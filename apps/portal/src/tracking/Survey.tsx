import { checkAnswers } from '@sila/domain/form'
import type { FormDefinition } from '@sila/domain/form'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { problemText } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import { FormItems } from '../forms/FormItems.tsx'
import { asForm } from '../forms/as-form.ts'
import { TrackedSurveyAnswerDocument } from '../generated/graphql.ts'
import type { TrackingFragment } from '../generated/graphql.ts'
import { useAct } from './use-act.ts'
import type { Acting } from './use-act.ts'
import styles from './Matter.module.css'

type Props = Acting & { survey: NonNullable<TrackingFragment['survey']> }

/** Three questions on how it went. Rating is the person's right, carries no name, and is never used to punish (M3). */
export function Survey({ survey, ...acting }: Props) {
  if (survey.answered) {
    return (
      <section className="card tinted" aria-labelledby="survey" role="status">
        <h2 id="survey">{t('survey.thanks')}</h2>
        <p>{t('survey.thanks.more')}</p>
      </section>
    )
  }
  const form = asForm(survey.form)
  return form && <Ask acting={acting} form={form} />
}

function Ask({ acting, form }: { acting: Acting; form: FormDefinition }) {
  const act = useAct(TrackedSurveyAnswerDocument, (data) => data.trackedSurveyAnswer, acting)
  const [answers, setAnswers] = useState<Record<string, unknown>>({})
  const [tried, setTried] = useState(false)
  const problems = checkAnswers(form, answers, document.documentElement.lang)

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (problems.length === 0) void act.run({ answers })
  }

  return (
    <section className="card tinted" aria-labelledby="survey">
      <h2 id="survey">{t('survey.title')}</h2>
      <p className="meta">{t('survey.right')}</p>
      <form className={styles.reply} onSubmit={submit} noValidate>
        <FormItems
          form={form}
          answers={answers}
          onChange={(property, value) => setAnswers((before) => ({ ...before, [property]: value }))}
          errorOf={(property) => {
            const problem = problems.find(({ field }) => field === `answers.${property}`)
            return tried && problem ? problemText(problem) : undefined
          }}
        />
        {(act.message ?? act.unsent) && <Banner tone="danger">{act.message ?? t('reply.unsent')}</Banner>}
        <div>
          <Button type="submit" variant="primary" busy={act.busy}>
            {t('survey.send')}
          </Button>
        </div>
      </form>
    </section>
  )
}
