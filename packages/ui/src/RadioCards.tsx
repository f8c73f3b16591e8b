import type { ReactNode } from 'react'
import clsx from 'clsx'
import { Fieldset, type FieldsetProps } from './Field.tsx'
import styles from './Choice.module.css'

export interface RadioCard<V extends string = string> {
  value: V
  label: ReactNode
  help?: ReactNode
  icon?: ReactNode
}

export interface RadioCardsProps<V extends string> extends Omit<FieldsetProps, 'children'> {
  name: string
  options: readonly RadioCard<V>[]
  value?: V
  onChange?: (value: V) => void
  /** Side by side on a wide screen; always one below the other on a phone. */
  columns?: 1 | 2 | 3
}

/** A choice of one, as cards; native radio buttons, so it works before any script runs. */
export function RadioCards<V extends string>({
  name,
  options,
  value,
  onChange,
  columns = 1,
  ...field
}: RadioCardsProps<V>) {
  return (
    <Fieldset {...field}>
      <div className={styles.cards} data-columns={columns}>
        {options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={field.required}
              {...(onChange
                ? { checked: value === option.value }
                : { defaultChecked: value === option.value })}
              onChange={() => onChange?.(option.value)}
            />
            {option.icon && <span className={styles.icon}>{option.icon}</span>}
            <span className={clsx(styles.words)}>
              <span className={styles.name}>{option.label}</span>
              {option.help && <span className={styles.help}>{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
