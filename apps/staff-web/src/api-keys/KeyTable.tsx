import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatDate, formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { VisuallyHidden } from '@sila/ui/VisuallyHidden'
import type { ApiKeyRowFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import styles from './ApiKeys.module.css'

type Row = ApiKeyRowFragment
const gregorian = { calendar: 'gregorian' } as const

/** The keys, those that hold first. */
export function KeyTable({ keys, onEnd }: { keys: readonly Row[]; onEnd: (id: string) => void }) {
  const { t, language } = useT()
  return (
    <Table<Row>
      caption={t('nav.apiKeys')}
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('apiKeys.name'),
          cell: ({ name, mark }) => (
            <span className={styles.lines}>
              <Bdi>{name}</Bdi>
              <Code className={styles.meta}>{mark}…</Code>
            </span>
          ),
        },
        { key: 'owner', head: t('apiKeys.owner'), cell: ({ owner }) => <Bdi>{owner.name}</Bdi> },
        {
          key: 'scopes',
          head: t('apiKeys.scopes'),
          cell: ({ scopes }) => (
            <span className={styles.tags}>
              {scopes.map((scope) => (
                <Tag key={scope}>{t(`apiKeys.scope.${scope}`)}</Tag>
              ))}
            </span>
          ),
        },
        { key: 'state', head: t('apiKeys.state'), cell: (row) => <State {...row} /> },
        {
          key: 'used',
          head: t('apiKeys.used'),
          cell: ({ usedOn }) =>
            usedOn ? (
              formatDate(usedOn, language, gregorian)
            ) : (
              <span className={styles.meta}>{t('apiKeys.never')}</span>
            ),
        },
        {
          key: 'left',
          head: t('apiKeys.left'),
          cell: ({ open, budget: { hour, day } }) =>
            open && (
              <span className={styles.lines}>
                <span>{t('apiKeys.leftHour', numbers(hour, language))}</span>
                <span className={styles.meta}>{t('apiKeys.leftDay', numbers(day, language))}</span>
              </span>
            ),
        },
        {
          key: 'end',
          head: <VisuallyHidden>{t('apiKeys.end')}</VisuallyHidden>,
          align: 'end',
          cell: ({ id, name, open }) =>
            open && (
              <Button size="small" onClick={() => onEnd(id)} aria-label={t('apiKeys.endNamed', { name })}>
                {t('apiKeys.end')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function State({ open, endedAt, expiresAt }: Pick<Row, 'open' | 'endedAt' | 'expiresAt'>) {
  const { t, language } = useT()
  const state = open ? 'open' : endedAt ? 'ended' : 'expired'
  const date = formatDate(endedAt ?? expiresAt, language, gregorian)
  return (
    <span className={styles.lines}>
      <Tag tone={open ? 'ok' : 'neutral'}>{t(`apiKeys.is.${state}`)}</Tag>
      <span className={styles.meta}>{t(`apiKeys.date.${state}`, { date })}</span>
    </span>
  )
}

const numbers = ({ left, limit }: { left: number; limit: number }, language: string) => ({
  left: formatNumber(left, language),
  limit: formatNumber(limit, language),
})
