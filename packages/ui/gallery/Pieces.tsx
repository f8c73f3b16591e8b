import { Avatar } from '../src/Avatar.tsx'
import { Banner } from '../src/Banner.tsx'
import { Bdi, Code } from '../src/Bdi.tsx'
import { Button } from '../src/Button.tsx'
import { Card, Facts, Figure } from '../src/Card.tsx'
import { Chip } from '../src/Chip.tsx'
import { EmptyState } from '../src/EmptyState.tsx'
import { ErrorSummary } from '../src/ErrorSummary.tsx'
import { formatDate, formatDateTime, formatPercent, formatRelative } from '../src/format.ts'
import * as icons from '../src/icons.tsx'
import { Pill } from '../src/Pill.tsx'
import { ProgressBar } from '../src/ProgressBar.tsx'
import { Receipt } from '../src/Receipt.tsx'
import { Skeleton } from '../src/Skeleton.tsx'
import { Steps } from '../src/Steps.tsx'
import { Table } from '../src/Table.tsx'
import { Tag } from '../src/Tag.tsx'
import type { Words } from './words.ts'

const moment = '2026-11-22T07:14:00Z'

export function Pieces({ w, lang }: { w: Words; lang: string }) {
  const rows = [
    { id: 'R-1043', name: 'محمد رحمن', lang: 'বাংলা', chip: <Chip tone="warn">{w.due}</Chip> },
    { id: 'R-0987', name: 'Maria Santos', lang: 'Filipino', chip: <Chip tone="danger">{w.late}</Chip> },
    { id: 'R-0911', name: 'عبدالله خان', lang: 'اردو', chip: <Tag tone="ok">{w.done}</Tag> },
  ]
  return (
    <>
      <Banner tone="warn" icon={<icons.OfflineIcon />} action={<Button size="small">{w.retry}</Button>}>
        {w.offline}
      </Banner>
      <div className="columns">
        <Card title="Tag · Chip · Avatar">
          <div className="line">
            <Tag>{w.suggestion}</Tag>
            <Tag tone="info">{w.survey}</Tag>
            <Tag tone="warn">{w.working}</Tag>
            <Tag tone="ok">{w.done}</Tag>
            <Chip tone="warn">{w.due}</Chip>
            <Chip tone="danger">{w.late}</Chip>
            <Chip tone="ok">{w.waiting}</Chip>
          </div>
          <div className="line">
            {['محمد', 'نورة', 'Abebe', 'عبدالله', 'মারিয়া', 'राजीव'].map((name) => (
              <Avatar key={name} name={name} badge={<icons.MessageIcon />} badgeLabel={w.whatsapp} />
            ))}
            <Avatar name="هند" size={32} online onlineLabel={w.online} />
            <Avatar name="Salem" size={24} />
            <Avatar name="سالم" size={56} />
          </div>
          <Pill onClick={() => undefined}>{w.two}</Pill>
          <ProgressBar value={0.7} tone="warn" label={w.promise} valueText={w.due} />
          <p>
            <Bdi>محمد رحمن</Bdi> · <Code>R-1043</Code> · <Code>+966 50 123 4471</Code>
          </p>
          <p lang="bn" dir="auto">
            আসসালামু আলাইকুম, বাংলা পরিচিতি ক্লাস কবে শুরু হবে?
          </p>
          <p lang="hi" dir="auto">
            अरबी भाषा की कक्षा कब शुरू होगी?
          </p>
        </Card>
        <Card title={w.facts}>
          <Facts
            items={[
              { key: 'd', name: 'formatDate', value: formatDate(moment, lang) },
              {
                key: 't',
                name: 'formatDateTime',
                value: formatDateTime(moment, lang, { calendar: 'hijri' }),
              },
              {
                key: 'r',
                name: 'formatRelative',
                value: formatRelative(moment, '2026-11-25T07:14:00Z', lang),
              },
              {
                key: 'a',
                name: 'arab',
                value: formatDate(moment, lang, { calendar: 'hijri', digits: 'arab' }),
              },
            ]}
          />
          <Steps
            label={w.way}
            stateLabels={{ done: w.done, now: w.now, next: w.next, stopped: w.stopped }}
            steps={[
              { key: '1', title: w.received, detail: formatDate(moment, lang), state: 'done' },
              { key: '2', title: w.withTeam, detail: w.due, state: 'now' },
              { key: '3', title: w.answered, state: 'next' },
            ]}
          />
        </Card>
        <Card title="State">
          <Skeleton rows={2} avatar label={w.loading} />
          <EmptyState text={w.empty} action={<Button>{w.newOne}</Button>} />
          <ErrorSummary
            title={w.summary}
            errors={[{ href: '#phone', text: w.phoneError }, { text: w.offline }]}
          />
        </Card>
      </div>
      <Card title={w.requests}>
        <Table
          caption={w.requests}
          rows={rows}
          rowKey={(row) => row.id}
          selectedKey="R-0987"
          columns={[
            { key: 'id', head: w.reference, cell: (row) => <Code>{row.id}</Code> },
            { key: 'name', head: w.person, cell: (row) => <Bdi>{row.name}</Bdi> },
            { key: 'lang', head: w.language, cell: (row) => row.lang },
            { key: 'chip', head: w.promise, cell: (row) => row.chip, align: 'end' },
          ]}
        />
      </Card>
      <div className="columns">
        <Card ground="cream">
          <Figure value={formatPercent(0.94, lang)} label={w.note} />
        </Card>
        <Card ground="tint" title={w.promise}>
          <p>{w.askHelp}</p>
        </Card>
      </div>
      <Receipt
        logo={<strong>{w.association}</strong>}
        title={w.receiptTitle}
        reference="R-1043-7"
        link="https://example.org/t/R-1043-7"
        qrLabel={w.qr}
        facts={[
          { key: 's', name: w.secret, value: <Code>K7M2-9QXA</Code> },
          { key: 'p', name: w.promised, value: formatDate(moment, lang) },
        ]}
      >
        <p>{w.keep}</p>
      </Receipt>
      <Card title={w.icons}>
        <div className="line">
          {Object.entries(icons).map(([name, Icon]) => (
            <Icon key={name} />
          ))}
        </div>
      </Card>
    </>
  )
}
