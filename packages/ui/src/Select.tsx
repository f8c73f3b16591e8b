import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { FieldError as AriaError } from 'react-aria-components/FieldError'
import clsx from 'clsx'
import { ChevronDownIcon, ErrorIcon } from './icons.tsx'
import field from './Field.module.css'
import overlay from './Overlay.module.css'
import styles from './Select.module.css'

export interface SelectOption<V extends string = string> {
  value: V
  label: string
  icon?: ReactNode
}

export interface SelectProps<V extends string> {
  label: ReactNode
  options: readonly SelectOption<V>[]
  value?: V
  onChange: (value: V) => void
  placeholder: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  isDisabled?: boolean
  /** Hides the label (it stays for screen readers), for tool bars. */
  compact?: boolean
}

/** A choice of one from a short list, with icons; typing a letter finds. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, options, value, onChange, placeholder, help, error, required, isDisabled, compact } = props
  return (
    <AriaSelect
      className={field.field}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
      placeholder={placeholder}
      isRequired={required}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      {...(compact && typeof label === 'string' ? { 'aria-label': label } : {})}
    >
      {!compact && (
        <Label className={field.label}>
          {label}
          {required && (
            <span className={field.required} aria-hidden="true">
              {' '}
              *
            </span>
          )}
        </Label>
      )}
      {help && (
        <Text slot="description" className={field.help}>
          {help}
        </Text>
      )}
      <Button className={clsx(field.input, styles.button)}>
        <SelectValue className={styles.value} />
        <ChevronDownIcon size={18} />
      </Button>
      <AriaError className={field.error}>
        <ErrorIcon size={16} />
        <span>{error}</span>
      </AriaError>
      <Popover className={overlay.popover}>
        <ListBox className={overlay.list}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={overlay.item}
            >
              {option.icon}
              <span className={overlay.itemText}>{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
