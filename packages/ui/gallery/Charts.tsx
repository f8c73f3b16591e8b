import { BarChart } from '../src/BarChart.tsx'
import { Card } from '../src/Card.tsx'
import { formatMonth, formatNumber, formatPercent } from '../src/format.ts'
import { LineChart } from '../src/LineChart.tsx'
import type { Words } from './words.ts'

export function Charts({ w, lang }: { w: Words; lang: string }) {
  const dir = lang === 'en' ? 'ltr' : 'rtl'
  const months = [5, 6, 7, 8, 9, 10].map((month) =>
    formatMonth(new Date(Date.UTC(2026, month, 15)), lang, { length: 'short' }),
  )
  return (
    <div className="columns">
      <Card>
        <BarChart
          title={w.answeredByChannel}
          categoryHead={w.channel}
          tableLabel={w.table}
          dir={dir}
          format={(value) => formatNumber(value, lang)}
          categories={[w.website, w.phoneCall, w.visit, w.letter, w.email]}
          series={[
            { key: 'a', name: w.received, values: [420, 310, 180, 64, 96] },
            { key: 'b', name: w.answered, values: [401, 296, 180, 51, 90] },
          ]}
        />
      </Card>
      <Card>
        <LineChart
          title={w.kept}
          categoryHead={w.month}
          tableLabel={w.table}
          dir={dir}
          format={(value) => formatPercent(value, lang)}
          categories={months}
          series={[
            { key: 'k', name: w.kept, values: [0.81, 0.86, null, 0.9, 0.93, 0.94] },
            { key: 't', name: w.target, values: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9] },
          ]}
        />
      </Card>
    </div>
  )
}
