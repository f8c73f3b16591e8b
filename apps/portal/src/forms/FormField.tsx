import { formText, propertyOf } from '@sila/domain/form'
import type { FormDefinition, FormItem } from '@sila/domain/form'
import { Checkbox } from '@sila/ui/Checkbox'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { ScaleInput } from '@sila/ui/ScaleInput'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import { ChoiceField } from './ChoiceField.tsx'
import type { Option } from './ChoiceField.tsx'
import { DateField } from './DateField.tsx'

export type FieldProps = {
  form: FormDefinition
  item: FormItem
  required: boolean
  value: unknown
  error: string | undefined
  onChange: (value: unknown) => void
  onLeave: () => void
}

/** One question, by its widget. */
export function FormField({ form, item, required, value, error, onChange, onLeave }: FieldProps) {
  const property = propertyOf(item)
  const words = (key: string) => formText(form, key, language())
  const label = words(property) ?? property
  const help = words(`${property}.help`)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const common = {
    id: property,
    label,
    help,
    error,
    required: required || undefined,
    optional: required ? undefined : t('optional'),
  }
  const typed = {
    ...common,
    value: text,
    onBlur: onLeave,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }

  switch (item.widget) {
    case 'textarea':
      return <TextArea {...typed} rows={4} />
    case 'number':
      // A text field: phones show the digits of their own script, and `type=number` would refuse them.
      return <TextInput {...typed} inputMode="numeric" autoComplete="off" />
    case 'phone':
      return <TextInput {...typed} type="tel" autoComplete="tel" />
    case 'email':
      return <TextInput {...typed} type="email" autoComplete="email" />
    case 'identity':
      return <TextInput {...typed} inputMode="numeric" autoComplete="off" dir="ltr" />
    case 'date':
      return <DateField {...common} value={text} onChange={onChange} />
    case 'dropdown':
      return <NativeSelect {...typed} placeholder={t('form.choose')} options={optionsOf(form, property)} />
    case 'choice':
    case 'multi':
    case 'yesno':
      return (
        <ChoiceField
          {...common}
          many={item.widget === 'multi'}
          options={item.widget === 'yesno' ? yesNo(words, property) : optionsOf(form, property)}
          value={value}
          onChange={onChange}
        />
      )
    case 'csat':
    case 'scale':
      return (
        <ScaleInput
          {...common}
          name={property}
          kind={item.widget === 'csat' ? 'faces' : 'numbers'}
          value={typeof value === 'number' ? value : undefined}
          low={words(`${property}.1`)}
          high={words(`${property}.5`)}
          optionLabel={(step) => words(`${property}.${step}`) ?? String(step)}
          onChange={onChange}
        />
      )
    case 'consent':
      return (
        <Checkbox
          id={property}
          label={label}
          help={help}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'note':
      return <p className="meta">{label}</p>
    case 'text':
      return <TextInput {...typed} autoComplete="off" />
  }
}

function optionsOf(form: FormDefinition, property: string): { value: string; label: string }[] {
  const schema = form.schema.properties[property]
  const values = schema?.type === 'array' ? schema.items.enum : schema?.type === 'string' ? schema.enum : []
  return (values ?? []).map((value) => ({
    value,
    label: formText(form, `${property}.${value}`, language()) ?? value,
  }))
}

function yesNo(words: (key: string) => string | undefined, property: string): Option[] {
  return [
    { value: true, label: words(`${property}.YES`) ?? t('yes') },
    { value: false, label: words(`${property}.NO`) ?? t('no') },
  ]
}
