import type { ReactNode } from 'react'
import { useId } from 'react'
import clsx from 'clsx'
import { ErrorIcon } from './icons.tsx'
import styles from './Field.module.css'

/** What a field hands to the control inside it. */
export interface FieldControl {
  id: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export interface FieldProps {
  label: ReactNode
  help?: ReactNode
  /** What is wrong and what to do; the control is marked invalid. */
  error?: ReactNode
  required?: boolean
  /** The word for "optional"; shown after the label of a field that may stay empty. */
  optional?: string
  /** The id of the control, when an error summary links to it. */
  id?: string
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** Label, help, control and error of one question, joined for screen readers. */
export function Field({ label, help, error, required, optional, id, className, children }: FieldProps) {
  const made = useId()
  const control = id ?? made
  const described = [help && `${control}-help`, error && `${control}-error`].filter(Boolean).join(' ')
  return (
    <div className={clsx(styles.field, error && styles.invalid, className)}>
      <label htmlFor={control} className={styles.label}>
        {label}
        <FieldMark required={required} optional={optional} />
      </label>
      {help && (
        <p id={`${control}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {children({
        id: control,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={`${control}-error`}>{error}</FieldError>
    </div>
  )
}

export interface FieldsetProps extends Omit<FieldProps, 'children'> {
  children: ReactNode
}

/** The same for a group of controls (radio cards, ticks): label becomes a legend. */
export function Fieldset({ label, help, error, required, optional, id, className, children }: FieldsetProps) {
  const made = useId()
  const group = id ?? made
  const described = [help && `${group}-help`, error && `${group}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={group}
      tabIndex={-1}
      className={clsx(styles.field, error && styles.invalid, className)}
      aria-describedby={described || undefined}
    >
      <legend className={styles.label}>
        {label}
        <FieldMark required={required} optional={optional} />
      </legend>
      {help && (
        <p id={`${group}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {children}
      <FieldError id={`${group}-error`}>{error}</FieldError>
    </fieldset>
  )
}

function FieldMark({ required, optional }: Pick<FieldProps, 'required' | 'optional'>) {
  if (required)
    return (
      <span className={styles.required} aria-hidden="true">
        {' '}
        *
      </span>
    )
  return optional ? <span className={styles.optional}> ({optional})</span> : null
}

/** The red line under a control, with its sign: colour is never the only mark. */
export function FieldError({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} className={styles.error}>
      <ErrorIcon size={16} />
      <span>{children}</span>
    </p>
  )
}
