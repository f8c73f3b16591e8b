import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError as AriaError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import clsx from 'clsx'
import { ChevronDownIcon, ErrorIcon } from './icons.tsx'
import type { SelectOption } from './Select.tsx'
import field from './Field.module.css'
import overlay from './Overlay.module.css'
import styles from './Select.module.css'

export interface ComboboxProps<V extends string> {
  label: ReactNode
  options: readonly SelectOption<V>[]
  value?: V
  onChange: (value: V | undefined) => void
  /** Given when another place does the finding: each text typed, and `options` are then shown as they are. */
  onSearch?: (text: string) => void
  placeholder?: string
  emptyText: string
  /** The spoken name of the button that opens the list. */
  openLabel: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
}

/** A choice of one from a long list, found by typing. */
export function Combobox<V extends string>(props: ComboboxProps<V>) {
  const {
    label,
    options,
    value,
    onChange,
    onSearch,
    placeholder,
    emptyText,
    openLabel,
    help,
    error,
    required,
  } = props
  return (
    <ComboBox
      className={field.field}
      value={value ?? null}
      onChange={(key) => onChange(options.find((option) => option.value === key)?.value)}
      onInputChange={onSearch}
      {...(onSearch ? { items: options } : { defaultItems: options })}
      allowsEmptyCollection
      isRequired={required}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
    >
      <Label className={field.label}>
        {label}
        {required && (
          <span className={field.required} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </Label>
      {help && (
        <Text slot="description" className={field.help}>
          {help}
        </Text>
      )}
      <span className={styles.combo}>
        <Input className={field.input} dir="auto" placeholder={placeholder} />
        <Button aria-label={openLabel} className={styles.open}>
          <ChevronDownIcon size={18} />
        </Button>
      </span>
      <AriaError className={field.error}>
        <ErrorIcon size={16} />
        <span>{error}</span>
      </AriaError>
      <Popover className={overlay.popover}>
        <ListBox<SelectOption<V>>
          className={overlay.list}
          renderEmptyState={() => <p className={overlay.none}>{emptyText}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={clsx(overlay.item)}>
              {option.icon}
              <span className={overlay.itemText}>{option.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
