import { useMutation, useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import {
  PrivacyIncidentsDocument,
  TellIncidentDocument,
  type IncidentLineFragment,
  type NoticeState,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { copy } from '../shared/copy.ts'
import { PageState } from '../shared/PageState.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { IncidentDialog } from './IncidentDialog.tsx'
import styles from './Privacy.module.css'

const tone = { RUNNING: 'neutral', SOON: 'warn', LATE: 'danger', TOLD: 'ok' } as const satisfies Record<
  NoticeState,
  string
>

/** Breaches, each with its 72 hours and the notice that is ready to send. */
export function Incidents() {
  const { t, language } = useT()
  const { may } = useSession()
  const [recording, setRecording] = useState(false)
  const { data, error, refetch } = useQuery(PrivacyIncidentsDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <>
      {may('privacy.act') && (
        <p className={styles.filter}>
          <Button onClick={() => setRecording(true)}>{t('incident.record')}</Button>
        </p>
      )}
      {!data ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      ) : data.incidents.nodes.length === 0 ? (
        <EmptyState text={t('incident.none')} />
      ) : (
        <ul className={styles.cards}>
          {data.incidents.nodes.map((row) => (
            <li key={row.id}>
              <Incident row={row} />
            </li>
          ))}
        </ul>
      )}
      {recording && <IncidentDialog onClose={() => setRecording(false)} />}
    </>
  )
}

function Incident({ row }: { row: IncidentLineFragment }) {
  const { t, language } = useT()
  const { may } = useSession()
  const { act, busy } = useAct()
  const [tell] = useMutation(TellIncidentDocument)

  async function told(who: 'AUTHORITY' | 'PEOPLE'): Promise<void> {
    const done = await act({ who }, async (clientMutationId) => {
      const { data } = await tell({ variables: { id: row.id, input: { clientMutationId, told: who } } })
      return data?.incidentTell.problems
    })
    say(t, t(done ? 'incident.noted' : 'act.failed'), { tone: done ? 'ok' : 'danger' })
  }

  return (
    <Card
      title={<Bdi>{row.what}</Bdi>}
      action={<Tag tone={tone[row.state]}>{t(`incident.state.${row.state}`)}</Tag>}
    >
      <p className={styles.meta}>
        {t('incident.known', { at: formatDateTime(row.discoveredAt, language) })} ·{' '}
        {t('incident.until', { at: formatDateTime(row.noticeDueAt, language) })} ·{' '}
        {t('incident.people', { n: formatNumber(row.people, language) })} ·{' '}
        {row.classes.map((each) => t(`privacy.class.${each}`)).join(language === 'ar' ? '، ' : ', ')}
      </p>
      <details className={styles.notice}>
        <summary>{t('incident.notice')}</summary>
        <pre dir="auto">{row.notice}</pre>
        <Button size="small" onClick={() => void copy(t, row.notice)}>
          {t('incident.copy')}
        </Button>
      </details>
      {may('privacy.act') && (
        <p className={styles.acts}>
          {row.notifiedAt === null && (
            <Button size="small" busy={busy} onClick={() => void told('AUTHORITY')}>
              {t('incident.toldAuthority')}
            </Button>
          )}
          {row.peopleToldAt === null && (
            <Button size="small" busy={busy} onClick={() => void told('PEOPLE')}>
              {t('incident.toldPeople')}
            </Button>
          )}
        </p>
      )}
    </Card>
  )
}
