import { useQuery } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { SearchIcon } from '@sila/ui/icons'
import { Table } from '@sila/ui/Table'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { BeneficiariesDocument, type PersonFactsFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useShortcuts } from '../keyboard/useShortcuts.ts'
import { useSession } from '../session/Session.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { useDebounced } from '../shared/useDebounced.ts'
import styles from './Beneficiaries.module.css'
import { columns, maskedColumns } from './columns.tsx'

/** Finding a person: by name in any spelling or script, by number, by the end of a phone number. */
export function BeneficiariesPage() {
  const { t, language } = useT()
  const navigate = useNavigate()
  const { masked } = useSession()
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState(params.get('search') ?? '')
  const search = useDebounced(text.trim(), 220)
  const { data, previousData, error, refetch, fetchMore, loading } = useQuery(BeneficiariesDocument, {
    variables: { first: 50, search: search === '' ? null : search },
    fetchPolicy: 'cache-and-network',
  })
  const shown = data ?? previousData
  const page = shown?.beneficiaries.pageInfo
  useShortcuts({ search: () => document.getElementById('beneficiary-search')?.focus() })

  return (
    <div className="page">
      <PageHead
        title={t('nav.beneficiaries')}
        text={t(masked ? 'beneficiaries.aboutMasked' : 'beneficiaries.about')}
      />
      {!masked && (
        <search className={styles.search}>
          <TextInput
            id="beneficiary-search"
            type="search"
            label={t('beneficiaries.search')}
            help={t('beneficiaries.searchHelp')}
            icon={<SearchIcon size={18} />}
            dir="auto"
            autoComplete="off"
            value={text}
            onChange={(event) => {
              const next = event.currentTarget.value
              setText(next)
              setParams(next.trim() === '' ? {} : { search: next.trim() }, { replace: true })
            }}
          />
        </search>
      )}
      {!shown ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy={loading}>
          <Table<PersonFactsFragment>
            caption={t('nav.beneficiaries')}
            rows={shown.beneficiaries.nodes}
            rowKey={({ id }) => id}
            {...(!masked && { onRowClick: ({ id }) => void navigate(`/beneficiaries/${id}`) })}
            empty={
              <EmptyState
                text={t(search === '' ? 'beneficiaries.none' : 'beneficiaries.notFound', { text: search })}
              />
            }
            columns={masked ? maskedColumns(t, language) : columns(t, language)}
          />
        </div>
      )}
      {page?.hasNextPage && (
        <p className={styles.more}>
          <Button
            onClick={() =>
              void fetchMore({
                variables: { after: page.endCursor },
                updateQuery: (before, { fetchMoreResult: next }) => ({
                  ...next,
                  beneficiaries: {
                    ...next.beneficiaries,
                    nodes: [...before.beneficiaries.nodes, ...next.beneficiaries.nodes],
                  },
                }),
              })
            }
          >
            {t('app.more')}
          </Button>
        </p>
      )}
    </div>
  )
}
