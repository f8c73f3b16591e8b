import { reportLabel } from '@sila/domain/measure'
import { formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import type { RunReportQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import type { ReportChoice } from './choice.ts'
import { keyLabel, valueText } from './labels.ts'
import styles from './Reports.module.css'

/** A row of a report. */
export type ReportRow = RunReportQuery['report']['rows'][number]

/** The figures, each with how many it rests on; a group too small is shown as too small. */
export function ReportTable({ choice, rows }: { choice: ReportChoice; rows: readonly ReportRow[] }) {
  const { t, language } = useT()
  return (
    <Table<ReportRow>
      caption={t('reports.table')}
      rows={rows}
      rowKey={({ keys }) => keys.join('|')}
      columns={[
        ...choice.by.map((dimension, place) => ({
          key: dimension,
          head: reportLabel(dimension, language),
          cell: ({ keys }: ReportRow) => keyLabel(dimension, keys[place] ?? '', language, t),
        })),
        ...choice.measures.map((measure, place) => ({
          key: measure,
          head: reportLabel(measure, language),
          align: 'end' as const,
          cell: ({ values, suppressed }: ReportRow) => {
            const value = values[place]
            if (suppressed) return <span className={styles.suppressed}>{t('reports.suppressed')}</span>
            return value === null || value === undefined
              ? t('reports.noValue')
              : valueText(measure, value, language, t)
          },
        })),
        {
          key: 'n',
          head: t('reports.n'),
          align: 'end' as const,
          cell: ({ n }: ReportRow) => formatNumber(n, language),
        },
      ]}
    />
  )
}
