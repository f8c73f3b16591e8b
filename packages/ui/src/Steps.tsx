import type { ReactNode } from 'react'
import { CheckIcon, CloseIcon } from './icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './Steps.module.css'

export type StepState = 'done' | 'now' | 'next' | 'stopped'

export interface Step {
  key: string
  title: ReactNode
  detail?: ReactNode
  state: StepState
}

export interface StepsProps {
  label: string
  steps: readonly Step[]
  /** What each state is called, for screen readers. */
  stateLabels: Record<StepState, string>
}

/** The way of a request from received to done, from top to bottom. */
export function Steps({ label, steps, stateLabels }: StepsProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {step.state === 'done' && <CheckIcon size={14} />}
            {step.state === 'stopped' && <CloseIcon size={14} />}
          </span>
          <div>
            <p className={styles.title}>
              <VisuallyHidden>{stateLabels[step.state]}: </VisuallyHidden>
              {step.title}
            </p>
            {step.detail && <div className={styles.detail}>{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
