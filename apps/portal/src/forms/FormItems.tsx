import { isRequired, propertyOf, visibleItems } from '@sila/domain/form'
import type { FormDefinition } from '@sila/domain/form'
import { FormField } from './FormField.tsx'

export type FormProps = {
  form: FormDefinition
  answers: Readonly<Record<string, unknown>>
  onChange: (property: string, value: unknown) => void
  onLeave?: (property: string) => void
  errorOf: (property: string) => string | undefined
}

/** The questions of a form definition that these answers bring into view, as the browser's own controls. */
export function FormItems({ form, answers, onChange, onLeave, errorOf }: FormProps) {
  return visibleItems(form, answers).map((item) => {
    const property = propertyOf(item)
    return (
      <FormField
        key={property}
        form={form}
        item={item}
        required={isRequired(form, item, answers)}
        value={answers[property]}
        error={errorOf(property)}
        onChange={(value) => onChange(property, value)}
        onLeave={() => onLeave?.(property)}
      />
    )
  })
}
