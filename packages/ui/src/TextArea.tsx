import type { ComponentProps, ReactNode, TextareaHTMLAttributes } from 'react'
import clsx from 'clsx'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

export interface TextAreaProps
  extends
    Omit<FieldProps, 'children' | 'className'>,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'required'> {
  /** Shown below at the end, such as "120 of 5,000", already formatted. */
  count?: ReactNode
}

/** Several lines of text with a label. It grows with what is typed, and each paragraph finds its own direction. */
export function TextArea({
  label,
  help,
  error,
  required,
  optional,
  id,
  count,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, help, error, required, optional, id, className }}>
      {(control) => (
        <>
          <PlainTextArea {...rest} {...control} />
          {count && <p className={styles.count}>{count}</p>}
        </>
      )}
    </Field>
  )
}

/** The bare native text area in our look, for a composer. */
export function PlainTextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" {...rest} className={clsx(styles.input, styles.area, className)} />
}
