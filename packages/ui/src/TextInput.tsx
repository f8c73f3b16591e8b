import type { InputHTMLAttributes, ReactNode } from 'react'
import clsx from 'clsx'
import { Field, type FieldProps } from './Field.tsx'
import styles from './Field.module.css'

type Labelled = Omit<FieldProps, 'children' | 'className'>

export interface TextInputProps
  extends Labelled, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'required'> {
  /** An icon at the start, inside the border. */
  icon?: ReactNode
}

/** One line of text with its label. Phones, references and e-mail addresses are typed left to right. */
export function TextInput({
  label,
  help,
  error,
  required,
  optional,
  id,
  icon,
  className,
  dir,
  ...rest
}: TextInputProps) {
  const written = dir ?? (['tel', 'email', 'url', 'number'].includes(rest.type ?? '') ? 'ltr' : 'auto')
  return (
    <Field {...{ label, help, error, required, optional, id, className }}>
      {(control) => <Input {...rest} {...control} icon={icon} dir={written} />}
    </Field>
  )
}

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  icon?: ReactNode
}

/** The bare native input in our look, for a search box or inside a Field. */
export function Input({ icon, className, ...rest }: InputProps) {
  const input = <input type="text" {...rest} className={clsx(styles.input, className)} />
  return icon ? (
    <span className={styles.withIcon}>
      {icon}
      {input}
    </span>
  ) : (
    input
  )
}
