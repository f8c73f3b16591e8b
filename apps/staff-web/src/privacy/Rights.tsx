import { useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Checkbox } from '@sila/ui/Checkbox'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDate } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import { PrivacyRightsDocument, type RightLineFragment, type RightState } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { PageState } from '../shared/PageState.tsx'
import { RightDialog } from './RightDialog.tsx'
import styles from './Privacy.module.css'

const tone = { RUNNING: 'neutral', SOON: 'warn', LATE: 'danger', ANSWERED: 'ok' } as const satisfies Record<
  RightState,
  string
>

/** What people asked about their own data, first due first, each with its clock. */
export function Rights() {
  const { t, language } = useT()
  const { may } = useSession()
  const [open, setOpen] = useState(true)
  const [answering, setAnswering] = useState<RightLineFragment>()
  const { data, error, refetch } = useQuery(PrivacyRightsDocument, {
    variables: { open },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <>
      <p className={styles.filter}>
        <Checkbox label={t('privacy.onlyOpen')} checked={open} onChange={() => setOpen(!open)} />
      </p>
      {!data ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : (
        <Table<RightLineFragment>
          caption={t('privacy.part.rights')}
          rows={data.dataRights.nodes}
          rowKey={({ id }) => id}
          empty={<EmptyState text={t(open ? 'privacy.rightsNoneOpen' : 'privacy.rightsNone')} />}
          columns={[
            {
              key: 'right',
              head: t('right.which'),
              cell: ({ right, text }) => (
                <span className={styles.stack}>
                  <span>{t(`right.kind.${right}`)}</span>
                  {text !== '' && <Bdi className={styles.meta}>{text}</Bdi>}
                </span>
              ),
            },
            {
              key: 'person',
              head: t('privacy.person'),
              cell: ({ beneficiary }) =>
                beneficiary ? (
                  <span className={styles.stack}>
                    <Bdi>{beneficiary.name}</Bdi>
                    <Code className={styles.meta}>{beneficiary.number}</Code>
                  </span>
                ) : (
                  <span className={styles.meta}>{t('privacy.erasedPerson')}</span>
                ),
            },
            {
              key: 'received',
              head: t('privacy.received'),
              cell: ({ receivedAt, channel }) => (
                <span className={styles.stack}>
                  <span>{formatDate(receivedAt, language)}</span>
                  <span className={styles.meta}>{t(`right.channel.${channel}`)}</span>
                </span>
              ),
            },
            {
              key: 'due',
              head: t('privacy.due'),
              cell: ({ dueAt, state, extendedAt }) => (
                <span className={styles.stack}>
                  <span>{formatDate(dueAt, language)}</span>
                  <Tag tone={tone[state]}>{t(`right.state.${state}`)}</Tag>
                  {extendedAt !== null && <span className={styles.meta}>{t('right.extended')}</span>}
                </span>
              ),
            },
            {
              key: 'act',
              head: t('right.answer'),
              align: 'end',
              cell: (row) =>
                row.outcome !== null ? (
                  <span>{t(`right.outcome.${row.outcome}`)}</span>
                ) : (
                  may('privacy.act') && (
                    <Button
                      size="small"
                      onClick={() => setAnswering(row)}
                      aria-label={t('right.answerNamed', { name: row.beneficiary?.name ?? '' })}
                    >
                      {t('right.answerAct')}
                    </Button>
                  )
                ),
            },
          ]}
        />
      )}
      {answering && <RightDialog right={answering} onClose={() => setAnswering(undefined)} />}
    </>
  )
}
