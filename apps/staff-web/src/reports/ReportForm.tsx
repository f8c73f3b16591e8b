import { channelCodes } from '@sila/domain/channel'
import { interactionKinds } from '@sila/domain/interaction'
import { languageCodes } from '@sila/domain/language'
import { measureKeys, reportLabel } from '@sila/domain/measure'
import { Checkbox } from '@sila/ui/Checkbox'
import { Fieldset } from '@sila/ui/Field'
import { NativeSelect } from '@sila/ui/NativeSelect'
import type { DimensionKey } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PeriodSelect } from '../shared/PeriodSelect.tsx'
import { commonDimensions, type ReportChoice } from './choice.ts'
import { keyLabel } from './labels.ts'
import styles from './Reports.module.css'

type Props = { choice: ReportChoice; onChange: (choice: ReportChoice) => void }

const filterable = {
  CHANNEL: channelCodes,
  KIND: interactionKinds,
  LANGUAGE: languageCodes,
} as const satisfies Partial<Record<DimensionKey, readonly string[]>>
const filterKeys = ['CHANNEL', 'KIND', 'LANGUAGE'] as const

/** Chooses what is counted, by what, of what, and when. */
export function ReportForm({ choice, onChange }: Props) {
  const { t, language } = useT()
  const allowed = commonDimensions(choice.measures)
  const toggle = <Key,>(keys: readonly Key[], key: Key): Key[] =>
    keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]
  const filter = filterKeys.find((key) => key === choice.where?.dimension)
  return (
    <div className={styles.form}>
      <Fieldset label={t('reports.measures')}>
        <div className={styles.ticks}>
          {measureKeys.map((key) => (
            <Checkbox
              key={key}
              label={reportLabel(key, language)}
              checked={choice.measures.includes(key)}
              disabled={choice.measures.length === 1 && choice.measures.includes(key)}
              onChange={() => {
                const measures = measureKeys.filter((one) => toggle(choice.measures, key).includes(one))
                onChange({
                  ...choice,
                  measures,
                  by: choice.by.filter((one) => commonDimensions(measures).includes(one)),
                })
              }}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset label={t('reports.by')} help={t('reports.byHelp')}>
        <div className={styles.ticks}>
          {allowed.map((key) => (
            <Checkbox
              key={key}
              label={reportLabel(key, language)}
              checked={choice.by.includes(key)}
              disabled={choice.by.length >= 2 && !choice.by.includes(key)}
              onChange={() => onChange({ ...choice, by: toggle(choice.by, key) })}
            />
          ))}
        </div>
      </Fieldset>
      <div className={styles.selects}>
        <PeriodSelect value={choice.period} onChange={(period) => onChange({ ...choice, period })} />
        <NativeSelect
          label={t('reports.only')}
          value={filter ?? ''}
          options={[
            { value: '', label: t('reports.everything') },
            ...filterKeys
              .filter((key) => allowed.includes(key))
              .map((key) => ({ value: key, label: reportLabel(key, language) })),
          ]}
          onChange={(event) => {
            const dimension = filterKeys.find((key) => key === event.currentTarget.value)
            onChange({ ...choice, where: dimension && { dimension, values: [filterable[dimension][0]] } })
          }}
        />
        {filter && (
          <NativeSelect
            label={reportLabel(filter, language)}
            value={choice.where?.values[0] ?? ''}
            options={filterable[filter].map((key) => ({
              value: key,
              label: keyLabel(filter, key, language, t),
            }))}
            onChange={(event) =>
              onChange({ ...choice, where: { dimension: filter, values: [event.currentTarget.value] } })
            }
          />
        )}
      </div>
    </div>
  )
}
