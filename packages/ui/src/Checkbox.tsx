import type { InputHTMLAttributes, ReactNode } from 'react'
import { useId } from 'react'
import clsx from 'clsx'
import { FieldError } from './Field.tsx'
import styles from './Choice.module.css'

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
}

/** One tick with its words; the whole line can be pressed. */
export function Checkbox({ label, help, error, className, ...rest }: CheckboxProps) {
  const made = useId()
  const id = rest.id ?? made
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={clsx(styles.checkbox, className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}
