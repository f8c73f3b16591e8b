import type { ReactNode } from 'react'
import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import { DatePicker as AriaDatePicker, DateInput, DateSegment } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { FieldError as AriaError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import clsx from 'clsx'
import { CalendarIcon, ChevronBackIcon, ChevronForwardIcon, ErrorIcon } from './icons.tsx'
import field from './Field.module.css'
import overlay from './Overlay.module.css'
import styles from './DatePicker.module.css'

export type CalendarName = 'hijri' | 'gregorian'

export interface DatePickerProps {
  label: ReactNode
  /** Always an ISO day in the Gregorian calendar (2026-11-22), or '' for none. */
  value: string
  onChange: (isoDay: string) => void
  /** The calendar shown; the value does not change with it. */
  calendar: CalendarName
  onCalendarChange?: (calendar: CalendarName) => void
  hijriLabel: string
  gregorianLabel: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  min?: string
  max?: string
}

const systems = { hijri: new IslamicUmalquraCalendar(), gregorian: new GregorianCalendar() }
const keys = { hijri: 'islamic-umalqura', gregorian: 'gregory' }

/** A day, typed or picked, in the Hijri or the Gregorian calendar; the same day underneath. */
export function DatePicker(props: DatePickerProps) {
  const { label, value, onChange, calendar, help, error, required, min, max } = props
  const { locale } = useLocale()
  const tag = new Intl.Locale(locale, { calendar: keys[calendar] }).toString()
  const shown = (day?: string) => (day ? toCalendar(parseDate(day), systems[calendar]) : undefined)
  return (
    <I18nProvider locale={tag}>
      {/* A new key makes react-aria build its segments again in the other calendar. */}
      <AriaDatePicker<CalendarDate>
        key={calendar}
        className={field.field}
        value={shown(value) ?? null}
        onChange={(day) => onChange(day ? toCalendar(day, systems.gregorian).toString() : '')}
        placeholderValue={toCalendar(new CalendarDate(2026, 1, 1), systems[calendar])}
        minValue={shown(min)}
        maxValue={shown(max)}
        isRequired={required}
        isInvalid={Boolean(error)}
      >
        <span className={styles.top}>
          <Label className={field.label}>
            {label}
            {required && (
              <span className={field.required} aria-hidden="true">
                {' '}
                *
              </span>
            )}
          </Label>
          <CalendarToggle {...props} />
        </span>
        {help && (
          <Text slot="description" className={field.help}>
            {help}
          </Text>
        )}
        <Group className={clsx(field.input, styles.group)}>
          <DateInput className={styles.input}>
            {(segment) => <DateSegment segment={segment} className={styles.segment} />}
          </DateInput>
          <Button className={styles.open}>
            <CalendarIcon size={18} />
          </Button>
        </Group>
        <AriaError className={field.error}>
          <ErrorIcon size={16} />
          <span>{error}</span>
        </AriaError>
        <Popover className={overlay.popover}>
          <Dialog className={styles.dialog}>
            <Month />
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </I18nProvider>
  )
}

function CalendarToggle({ calendar, onCalendarChange, hijriLabel, gregorianLabel }: DatePickerProps) {
  if (!onCalendarChange) return null
  return (
    <span className={styles.toggle} role="group">
      {(['hijri', 'gregorian'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={calendar === name}
          onClick={() => onCalendarChange(name)}
        >
          {name === 'hijri' ? hijriLabel : gregorianLabel}
        </button>
      ))}
    </span>
  )
}

function Month() {
  return (
    <Calendar>
      <header className={styles.head}>
        <Button slot="previous" className={styles.step}>
          <ChevronBackIcon size={18} />
        </Button>
        <Heading className={styles.month} />
        <Button slot="next" className={styles.step}>
          <ChevronForwardIcon size={18} />
        </Button>
      </header>
      <CalendarGrid className={styles.grid}>
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.cell} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
