import { useQuery } from '@apollo/client/react'
import { dimensionKeys, measureKeys, reportLabel } from '@sila/domain/measure'
import { Bdi } from '@sila/ui/Bdi'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Link } from 'react-router'
import { PrivacyExportsDocument, type PrivacyExportsQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageState } from '../shared/PageState.tsx'

type Row = PrivacyExportsQuery['dataExports']['nodes'][number]

/** What was taken out of the house as a file: when, by whom, what, how much. */
export function Exports() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PrivacyExportsDocument, { fetchPolicy: 'cache-and-network' })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  return (
    <Table<Row>
      caption={t('privacy.part.exports')}
      rows={data.dataExports.nodes}
      rowKey={({ id }) => id}
      empty={<EmptyState text={t('export.none')} />}
      columns={[
        { key: 'at', head: t('export.at'), cell: ({ at }) => formatDateTime(at, language) },
        {
          key: 'by',
          head: t('export.by'),
          cell: ({ by }) => (by ? <Bdi>{by.name}</Bdi> : t('export.by.server')),
        },
        { key: 'what', head: t('export.what'), cell: ({ what }) => t(`export.what.${what}`) },
        {
          key: 'of',
          head: t('export.of'),
          cell: ({ beneficiary, filter }) =>
            beneficiary ? (
              <Link to={`/beneficiaries/${beneficiary.id}`}>
                <Bdi>{beneficiary.name}</Bdi>
              </Link>
            ) : (
              <Bdi>{askedFor(filter, language) || t('export.of.all')}</Bdi>
            ),
        },
        {
          key: 'rows',
          head: t('export.rows'),
          align: 'end',
          cell: ({ rows }) => formatNumber(rows, language),
        },
      ]}
    />
  )
}

/** What was asked for, without its braces; what a report counts and by what, in people's words. */
function askedFor(filter: unknown, language: string): string {
  const asked = typeof filter === 'object' && filter !== null ? Object.values(filter) : []
  const named = asked.flat().filter((one) => typeof one === 'string')
  return named.map((one) => wordFor(one, language)).join(' · ')
}

function wordFor(asked: string, language: string): string {
  const key = [...measureKeys, ...dimensionKeys].find((one) => one === asked)
  return key ? reportLabel(key, language) : asked
}
