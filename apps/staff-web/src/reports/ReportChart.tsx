import { reportLabel } from '@sila/domain/measure'
import { BarChart } from '@sila/ui/BarChart'
import { Card } from '@sila/ui/Card'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import type { ReportChoice } from './choice.ts'
import { keyLabel, shortLabel, valueText } from './labels.ts'
import type { ReportRow } from './ReportTable.tsx'
import styles from './Reports.module.css'

/** One measure drawn by the first dimension, a colour for each key of the second. */
export function ReportChart({ choice, rows }: { choice: ReportChoice; rows: readonly ReportRow[] }) {
  const { t, language } = useT()
  const [wished, setWished] = useState(choice.measures[0])
  const measure = choice.measures.find((key) => key === wished) ?? choice.measures[0]
  const [first, second] = choice.by
  if (!measure || !first) return null
  const place = choice.measures.indexOf(measure)
  const categories = [...new Set(rows.map(({ keys }) => keys[0] ?? ''))].slice(0, 24)
  // More colours than this tell nobody anything; the table has them all.
  const groups = second ? [...new Set(rows.map(({ keys }) => keys[1] ?? ''))].slice(0, 5) : ['']
  const valueAt = (category: string, group: string): number | null => {
    const row = rows.find(({ keys }) => keys[0] === category && (second === undefined || keys[1] === group))
    return row === undefined || row.suppressed ? null : (row.values[place] ?? null)
  }
  return (
    <Card>
      <div className={styles.chart}>
        {choice.measures.length > 1 && (
          <NativeSelect
            label={t('reports.draw')}
            value={measure}
            options={choice.measures.map((key) => ({ value: key, label: reportLabel(key, language) }))}
            onChange={(event) => setWished(choice.measures.find((key) => key === event.currentTarget.value))}
          />
        )}
        <BarChart
          title={reportLabel(measure, language)}
          categoryHead={reportLabel(first, language)}
          tableLabel={t('chart.table')}
          categories={categories.map((key) => shortLabel(first, key, language, t))}
          series={groups.map((group) => ({
            key: group,
            name: second ? keyLabel(second, group, language, t) : reportLabel(measure, language),
            values: categories.map((category) => valueAt(category, group)),
          }))}
          format={(value) => valueText(measure, value, language, t)}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
        />
      </div>
    </Card>
  )
}
