import { NativeSelect } from '@sila/ui/NativeSelect'
import { useT } from '../i18n/useT.ts'
import { periodNames, type PeriodName } from './period.ts'

/** Chooses a stretch of time. */
export function PeriodSelect({
  value,
  onChange,
}: {
  value: PeriodName
  onChange: (name: PeriodName) => void
}) {
  const { t } = useT()
  return (
    <NativeSelect
      label={t('period.label')}
      value={value}
      options={periodNames.map((name) => ({ value: name, label: t(`period.${name}`) }))}
      onChange={(event) =>
        onChange(periodNames.find((name) => name === event.currentTarget.value) ?? 'months6')
      }
    />
  )
}
