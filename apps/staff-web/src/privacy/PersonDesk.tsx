import { useMutation, useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDate, formatDateTime } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import {
  ExportPersonDocument,
  LiftHoldDocument,
  PrivacyPersonDocument,
  type PrivacyPersonQuery,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { PageState } from '../shared/PageState.tsx'
import { RecordRightDialog } from '../shared/RecordRightDialog.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import styles from './Privacy.module.css'

type Person = NonNullable<PrivacyPersonQuery['beneficiary']>

/** One person on the desk: who looked, what holds, and the copy, the hold and the erasure. */
export function PersonDesk({ id }: { id: string }) {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(PrivacyPersonDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  const person = data.beneficiary
  if (!person) return <EmptyState text={t('beneficiaries.missing')} />
  return (
    <>
      <h2 className={styles.heading}>
        <Bdi>{person.name}</Bdi> <Code className={styles.meta}>{person.number}</Code>
        <span className={styles.meta}>{t('person.since', { date: formatDate(person.since, language) })}</span>
      </h2>
      <Acts person={person} />
      {person.legalHolds.map((hold) => (
        <p key={hold.id} className={styles.hold}>
          <Tag tone={hold.liftedAt === null ? 'warn' : 'neutral'}>
            {t(hold.liftedAt === null ? 'hold.holds' : 'hold.lifted')}
          </Tag>
          <Bdi>{hold.reason}</Bdi>
          <span className={styles.meta}>{formatDate(hold.placedAt, language)}</span>
        </p>
      ))}
      <h3 className={styles.heading}>{t('looks.of')}</h3>
      <Table<Person['looks']['nodes'][number]>
        caption={t('looks.of')}
        rows={person.looks.nodes}
        rowKey={(look) => look.id}
        empty={<EmptyState text={t('looks.noneOf')} />}
        columns={[
          { key: 'staff', head: t('looks.staff'), cell: ({ staff }) => <Bdi>{staff.name}</Bdi> },
          {
            key: 'what',
            head: t('looks.what'),
            cell: ({ what, emergency }) => (
              <>
                {t(`looks.what.${what}`)} {emergency && <Tag tone="danger">{t('emergency.mark')}</Tag>}
              </>
            ),
          },
          { key: 'at', head: t('looks.at'), align: 'end', cell: ({ at }) => formatDateTime(at, language) },
        ]}
      />
    </>
  )
}

function Acts({ person }: { person: Person }) {
  const { t } = useT()
  const { may } = useSession()
  const [asking, setAsking] = useState<'right' | 'hold' | 'erase'>()
  const { act, busy } = useAct()
  const [makeCopy] = useMutation(ExportPersonDocument)
  const [lift] = useMutation(LiftHoldDocument)
  const held = person.legalHolds.some(({ liftedAt }) => liftedAt === null)
  const close = (): void => setAsking(undefined)

  async function give(): Promise<void> {
    // A copy is made anew each time: what is held may have changed.
    const done = await act({ copy: Date.now() }, async (clientMutationId) => {
      const { data } = await makeCopy({
        variables: { input: { clientMutationId, beneficiaryId: person.id } },
      })
      const problems = data?.personExport.problems ?? []
      if (problems.length === 0) save(`${person.number}.json`, data?.personExport.export)
      return problems
    })
    say(t, t(done ? 'privacy.copied' : 'act.failed'), { tone: done ? 'ok' : 'danger' })
  }
  async function liftAll(): Promise<void> {
    const done = await act({ lift: person.legalHolds.length }, async (clientMutationId) => {
      const { data } = await lift({ variables: { input: { clientMutationId, beneficiaryId: person.id } } })
      return data?.legalHoldLift.problems
    })
    say(t, t(done ? 'hold.liftedNow' : 'act.failed'), { tone: done ? 'ok' : 'danger' })
  }

  return (
    <div className={styles.acts}>
      {may('privacy.act') && <Button onClick={() => setAsking('right')}>{t('right.record')}</Button>}
      {may('person.export') && (
        <Button busy={busy} onClick={() => void give()}>
          {t('privacy.copy')}
        </Button>
      )}
      {may('privacy.act') &&
        (held ? (
          <Button busy={busy} onClick={() => void liftAll()}>
            {t('hold.lift')}
          </Button>
        ) : (
          <Button onClick={() => setAsking('hold')}>{t('hold.place')}</Button>
        ))}
      {may('person.erase') && (
        <Button variant="danger" onClick={() => setAsking('erase')}>
          {t('erasure.erase')}
        </Button>
      )}
      {asking === 'right' && <RecordRightDialog beneficiaryId={person.id} onClose={close} />}
      {asking === 'hold' && <HoldDialog beneficiaryId={person.id} onClose={close} />}
      {asking === 'erase' && <EraseDialog person={person} onClose={close} />}
    </div>
  )
}

function save(name: string, content: unknown): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' }),
  )
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
