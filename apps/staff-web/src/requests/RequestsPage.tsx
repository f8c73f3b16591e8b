import { useQuery } from '@apollo/client/react'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatWhen } from '@sila/ui/format'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { Pill } from '@sila/ui/Pill'
import { TabBar } from '@sila/ui/TabBar'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { RequestQueueDocument, type RequestFilter, type RequestQueueQuery } from '../generated/graphql.ts'
import { LockTag } from '../circle/LockTag.tsx'
import { useTakenAway } from '../circle/sight.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { LanguageName } from '../shared/LanguageName.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { PromiseChip } from '../shared/PromiseChip.tsx'
import { useNow } from '../shared/useNow.ts'
import { requestTone } from './tone.ts'
import { useRequestFeed } from './useRequestFeed.ts'
import styles from './Requests.module.css'

type Row = RequestQueueQuery['requests']['nodes'][number]

const groups = {
  open: { open: true },
  new: { status: ['SUBMITTED'] },
  review: { status: ['IN_REVIEW', 'APPROVED', 'WAITLISTED', 'IN_FULFILMENT'] },
  waiting: { status: ['NEEDS_INFO', 'AWAITING_EXTERNAL'] },
  done: { open: false },
} as const satisfies Record<string, RequestFilter>
type Group = keyof typeof groups
const groupNames: readonly Group[] = ['open', 'new', 'review', 'waiting', 'done']

/** The queue of requests, from the service guide to the deliverable. */
export function RequestsPage() {
  const { t, language } = useT()
  const { masked } = useSession()
  const now = useNow()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [arrived, setArrived] = useState<readonly string[]>([])
  const group = groupNames.find((name) => name === params.get('group')) ?? 'open'
  const service = params.get('service') ?? ''
  const where: RequestFilter = { ...groups[group], ...(service && { service }) }
  const { data, previousData, error, refetch, fetchMore } = useQuery(RequestQueueDocument, {
    variables: { first: 50, where, language },
    fetchPolicy: 'cache-and-network',
  })
  const shown = data ?? previousData
  const rows = shown?.requests.nodes ?? []
  const show = (): void => {
    setArrived([])
    void refetch()
  }
  useTakenAway(() => void refetch())
  useRequestFeed(({ reset, request }) => {
    if (reset) show()
    else if (request && !rows.some(({ id }) => id === request.id))
      setArrived((ids) => [...new Set([...ids, request.id])])
  })
  const set = (key: string, value: string): void => {
    setArrived([])
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(key)
      else next.set(key, value)
      return next
    })
  }

  return (
    <div className="page">
      <PageHead title={t('nav.requests')} text={t(masked ? 'requests.aboutMasked' : 'requests.about')}>
        <NativeSelect
          label={t('requests.service')}
          value={service}
          options={[
            { value: '', label: t('filter.any') },
            ...(shown?.services ?? []).map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(event) => set('service', event.currentTarget.value)}
        />
      </PageHead>
      <TabBar
        label={t('requests.groups')}
        selected={group}
        onSelect={(name) => set('group', name)}
        items={groupNames.map((name) => ({ id: name, label: t(`requests.group.${name}`) }))}
      />
      <div className={styles.live}>
        {arrived.length > 0 && <Pill onClick={show}>{t('requests.arrived', { count: arrived.length })}</Pill>}
      </div>
      {!shown ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : (
        <Table<Row>
          caption={t('nav.requests')}
          rows={rows}
          rowKey={({ id }) => id}
          onRowClick={({ id }) => void navigate(`/requests/${id}`)}
          empty={<EmptyState text={t('requests.empty')} />}
          columns={[
            {
              key: 'request',
              head: t('requests.request'),
              cell: (row) => (
                <Link to={`/requests/${row.id}`} className={styles.link}>
                  <span>{row.service.name}</span>
                  <span className={styles.meta}>
                    {!masked && <Code>{row.reference}</Code>} <LockTag sensitivity={row.sensitivity} />
                  </span>
                </Link>
              ),
            },
            {
              key: 'person',
              head: t('requests.person'),
              cell: (row) =>
                masked ? (
                  <Code>{row.beneficiary?.id}</Code>
                ) : (
                  <span className={styles.person}>
                    <Avatar name={row.beneficiary?.name ?? t('person.anonymous')} size={24} />
                    <Bdi>{row.beneficiary?.name ?? t('person.anonymous')}</Bdi>
                  </span>
                ),
            },
            {
              key: 'language',
              head: t('filter.language'),
              cell: (row) => <LanguageName code={row.language} />,
            },
            {
              key: 'status',
              head: t('filter.status'),
              cell: (row) => <Tag tone={requestTone[row.status]}>{word('requestStatus', row.status)}</Tag>,
            },
            {
              key: 'due',
              head: t('person.promise'),
              cell: (row) => row.due && !row.due.met && <PromiseChip due={row.due} />,
            },
            {
              key: 'owner',
              head: t('requests.owner'),
              cell: (row) =>
                row.assignee ? (
                  <Bdi>{row.assignee.name}</Bdi>
                ) : (
                  <span className={styles.meta}>{t('thread.unassigned')}</span>
                ),
            },
            {
              key: 'when',
              head: t('requests.submitted'),
              align: 'end',
              cell: (row) => (
                <time dateTime={row.submittedAt}>{formatWhen(row.submittedAt, now, language)}</time>
              ),
            },
          ]}
        />
      )}
      {shown?.requests.pageInfo.hasNextPage && (
        <p className={styles.more}>
          <Button
            onClick={() =>
              void fetchMore({
                variables: { after: shown.requests.pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult: next }) => ({
                  ...next,
                  requests: { ...next.requests, nodes: [...before.requests.nodes, ...next.requests.nodes] },
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
