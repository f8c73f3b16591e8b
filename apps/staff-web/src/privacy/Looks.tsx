import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { PrivacyLooksDocument, type PrivacyLooksQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageState } from '../shared/PageState.tsx'
import styles from './Privacy.module.css'

type Count = PrivacyLooksQuery['lookSummary']['counts'][number]
const days = 30

/** At how many people each colleague looked, held against the middle: browsing shows here. */
export function Looks() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PrivacyLooksDocument, {
    variables: { days },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  const { median, counts } = data.lookSummary
  return (
    <>
      <p className={styles.meta}>
        {t('looks.about', { days: formatNumber(days, language), median: formatNumber(median, language) })}
      </p>
      <Table<Count>
        caption={t('privacy.part.looks')}
        rows={counts}
        rowKey={({ staff }) => staff.id}
        empty={<EmptyState text={t('looks.none')} />}
        columns={[
          { key: 'staff', head: t('looks.staff'), cell: ({ staff }) => <Bdi>{staff.name}</Bdi> },
          {
            key: 'people',
            head: t('looks.people'),
            align: 'end',
            cell: ({ people }) => formatNumber(people, language),
          },
          {
            key: 'listed',
            head: t('looks.listed'),
            align: 'end',
            cell: ({ listed }) => formatNumber(listed, language),
          },
          {
            key: 'looks',
            head: t('looks.looks'),
            align: 'end',
            cell: ({ looks }) => formatNumber(looks, language),
          },
          {
            key: 'unusual',
            head: t('looks.compared'),
            align: 'end',
            cell: ({ unusual }) => (
              <Tag tone={unusual ? 'danger' : 'neutral'}>{t(unusual ? 'looks.unusual' : 'looks.usual')}</Tag>
            ),
          },
        ]}
      />
    </>
  )
}
