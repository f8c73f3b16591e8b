import type { ReactNode } from 'react'
import { Fieldset, type FieldsetProps } from './Field.tsx'
import { Face } from './Face.tsx'
import { StarIcon } from './icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './ScaleInput.module.css'

export interface ScaleInputProps extends Omit<FieldsetProps, 'children'> {
  name: string
  value?: number
  onChange?: (value: number) => void
  kind?: 'stars' | 'faces' | 'numbers'
  from?: number
  to?: number
  /** What the two ends mean. */
  low?: ReactNode
  high?: ReactNode
  /** The spoken and hover name of each step: "4 of 5, satisfied". */
  optionLabel: (value: number) => string
}

/** A rating as native radio buttons: arrow keys work, and the low end stands where reading starts. */
export function ScaleInput(props: ScaleInputProps) {
  const { name, value, onChange, kind = 'stars', from = 1, to = 5, low, high, optionLabel, ...field } = props
  const steps = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return (
    <Fieldset {...field}>
      <div className={styles.box} data-kind={kind}>
        <div className={styles.steps}>
          {steps.map((step) => (
            <label
              key={step}
              className={styles.step}
              title={optionLabel(step)}
              data-filled={value !== undefined && step <= value}
            >
              <input
                type="radio"
                name={name}
                value={step}
                required={field.required}
                {...(onChange ? { checked: value === step } : {})}
                onChange={() => onChange?.(step)}
              />
              <VisuallyHidden>{optionLabel(step)}</VisuallyHidden>
              <span aria-hidden="true" className={styles.sign}>
                {kind === 'stars' ? (
                  <StarIcon size={28} />
                ) : kind === 'faces' ? (
                  <Face mood={(step - from) / (to - from)} />
                ) : (
                  step
                )}
              </span>
            </label>
          ))}
        </div>
        {(low || high) && (
          <div className={styles.ends} aria-hidden="true">
            <span>{low}</span>
            <span>{high}</span>
          </div>
        )}
      </div>
    </Fieldset>
  )
}
