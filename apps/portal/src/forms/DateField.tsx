import { Fieldset } from '@sila/ui/Field'
import { Input } from '@sila/ui/TextInput'
import { formatDate } from '@sila/ui/format'
import { useState } from 'react'
import { language } from '../app/language.ts'
import { t } from '../app/words.ts'
import { HijriParts } from './HijriParts.tsx'
import styles from './Choice.module.css'

type Props = {
  id: string
  label: string
  help: string | undefined
  error: string | undefined
  required: boolean | undefined
  optional: string | undefined
  /** ISO 8601, always Gregorian: `2026-11-22`. */
  value: string
  onChange: (value: string) => void
}

/** A day, typed in the calendar that the person lives by and read back in both. */
export function DateField({ id, value, onChange, ...field }: Props) {
  const [hijri, setHijri] = useState(false)
  return (
    <Fieldset {...field} id={`${id}-group`}>
      <div className={styles.calendars}>
        {[false, true].map((choice) => (
          <label key={String(choice)}>
            <input
              type="radio"
              name={`${id}-calendar`}
              checked={hijri === choice}
              onChange={() => setHijri(choice)}
            />
            <span>{t(choice ? 'form.hijri' : 'form.gregorian')}</span>
          </label>
        ))}
      </div>
      {hijri ? (
        <HijriParts id={id} value={value} onChange={onChange} />
      ) : (
        <Input
          id={id}
          type="date"
          aria-label={field.label}
          value={value}
          min={new Date().toISOString().slice(0, 10)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <p className="meta" aria-live="polite">
        {isDay(value) ? formatDate(`${value}T12:00:00Z`, language(), { length: 'full' }) : ''}
      </p>
    </Fieldset>
  )
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value))
}
