import type { SelectHTMLAttributes } from 'react'
import clsx from 'clsx'
import { Field, type FieldProps } from './Field.tsx'
import { ChevronDownIcon } from './icons.tsx'
import styles from './Field.module.css'

export interface NativeOption {
  value: string
  label: string
  disabled?: boolean
}

export interface NativeSelectProps
  extends
    Omit<FieldProps, 'children' | 'className'>,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'required'> {
  options: readonly NativeOption[]
  /** The first, empty choice. */
  placeholder?: string
}

/** The phone's own list of choices; the portal uses it everywhere. */
export function NativeSelect(props: NativeSelectProps) {
  const { label, help, error, required, optional, id, options, placeholder, className, ...rest } = props
  return (
    <Field {...{ label, help, error, required, optional, id, className }}>
      {(control) => (
        <span className={styles.selectBox}>
          <select {...rest} {...control} className={clsx(styles.input, styles.select)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDownIcon size={18} />
        </span>
      )}
    </Field>
  )
}
