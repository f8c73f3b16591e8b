import { formatDate } from '@sila/ui/format'
import { Steps } from '@sila/ui/Steps'
import type { StepState } from '@sila/ui/Steps'
import { Code } from '@sila/ui/Bdi'
import { wordOf } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import type { TrackingFragment } from '../generated/graphql.ts'

/** The way of the matter, step by step. */
export function Way({ tracked }: { tracked: TrackingFragment }) {
  const current = tracked.steps.findIndex((step) => step.current)
  const stateOf = (index: number): StepState => {
    if (endedEarly(tracked)) {
      if (index === current) return 'stopped'
      return tracked.steps[index]?.at ? 'done' : 'next'
    }
    if (index === current) return tracked.steps.length - 1 === index ? 'done' : 'now'
    return index < current ? 'done' : 'next'
  }
  return (
    <section className="stack" aria-labelledby="way">
      <h2 id="way">{t('track.way')}</h2>
      <Steps
        label={t('track.way')}
        stateLabels={{
          done: t('step.done'),
          now: t('step.now'),
          next: t('step.next'),
          stopped: t('step.stopped'),
        }}
        steps={tracked.steps.map((step, index) => ({
          key: step.key,
          title: wordOf('step', step.key),
          state: stateOf(index),
          detail: index <= current ? detailOf(tracked, step) : undefined,
        }))}
      />
    </section>
  )
}

// A matter that was taken back or turned down did not pass the steps before its end.
function endedEarly({ requestStatus }: TrackingFragment): boolean {
  return ['WITHDRAWN', 'CANCELLED', 'EXPIRED', 'MERGED', 'REJECTED'].includes(requestStatus ?? '')
}

function detailOf(tracked: TrackingFragment, step: TrackingFragment['steps'][number]) {
  const date = step.at ? formatDate(step.at, language()) : undefined
  if (step.key !== 'AWAITING_EXTERNAL' || !tracked.externalReference) return date
  return (
    <>
      {date} · {t('track.taysir')} <Code>{tracked.externalReference}</Code>
    </>
  )
}
