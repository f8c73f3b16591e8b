import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { PrivacyErasuresDocument, type PrivacyErasuresQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageState } from '../shared/PageState.tsx'

type Row = PrivacyErasuresQuery['erasures']['nodes'][number]

/** That people were erased: when, by whom, why; of whom is known no more. */
export function Erasures() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PrivacyErasuresDocument, { fetchPolicy: 'cache-and-network' })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  return (
    <Table<Row>
      caption={t('privacy.part.erasures')}
      rows={data.erasures.nodes}
      rowKey={({ id }) => id}
      empty={<EmptyState text={t('erasure.none')} />}
      columns={[
        { key: 'at', head: t('erasure.at'), cell: ({ at }) => formatDateTime(at, language) },
        {
          key: 'by',
          head: t('erasure.by'),
          cell: ({ by }) => (by ? <Bdi>{by.name}</Bdi> : t('erasure.by.house')),
        },
        { key: 'ground', head: t('erasure.ground'), cell: ({ ground }) => t(`erasure.ground.${ground}`) },
        {
          key: 'rows',
          head: t('erasure.rows'),
          align: 'end',
          cell: ({ rows }) => formatNumber(rows, language),
        },
      ]}
    />
  )
}
