import { Fieldset } from '@sila/ui/Field'
import styles from './Choice.module.css'

/** What can be chosen. */
export type Option = { value: string | boolean; label: string }

type Props = {
  id: string
  label: string
  help: string | undefined
  error: string | undefined
  required: boolean | undefined
  optional: string | undefined
  many: boolean
  options: readonly Option[]
  value: unknown
  onChange: (value: unknown) => void
}

/** One of a few, or some of a few, as large lines to touch. */
export function ChoiceField({ many, options, value, onChange, ...field }: Props) {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const chosen = (option: Option) => (many ? list.includes(option.value) : value === option.value)

  function toggle(option: Option): void {
    if (!many) onChange(option.value)
    else if (chosen(option)) onChange(list.filter((other) => other !== option.value))
    else onChange([...list, option.value])
  }

  return (
    <Fieldset {...field}>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={String(option.value)} className={styles.option}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={field.id}
              value={String(option.value)}
              checked={chosen(option)}
              onChange={() => toggle(option)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
