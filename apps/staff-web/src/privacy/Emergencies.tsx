import { useMutation, useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDateTime } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import emergency from '../breakglass/Emergency.module.css'
import { EmergencyUsesDocument, EndEmergencyDocument, type UseLineFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { PageState } from '../shared/PageState.tsx'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import styles from './Privacy.module.css'

/** What was opened in emergencies: who, when, why, and what was looked at; what is open can be ended. */
export function Emergencies() {
  const { t } = useT()
  const { data, error, refetch, fetchMore } = useQuery(EmergencyUsesDocument, {
    fetchPolicy: 'cache-and-network',
    // What is looked at meanwhile is no event.
    pollInterval: 30_000,
  })
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} />
  const { nodes, pageInfo } = data.breakGlassUses
  return (
    <>
      <p className={emergency.about}>{t('emergency.about')}</p>
      {nodes.length === 0 ? (
        <EmptyState text={t('emergency.none')} />
      ) : (
        <ul className={styles.cards}>
          {nodes.map((use) => (
            <li key={use.id}>
              <Use use={use} onEnded={() => void refetch()} />
            </li>
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Button
          onClick={() =>
            void fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: { breakGlassUses: next } }) => ({
                ...before,
                breakGlassUses: { ...next, nodes: [...before.breakGlassUses.nodes, ...next.nodes] },
              }),
            })
          }
        >
          {t('app.more')}
        </Button>
      )}
    </>
  )
}

function Use({ use, onEnded }: { use: UseLineFragment; onEnded: () => void }) {
  const { t, language } = useT()
  const { may } = useSession()
  const { act, busy } = useAct()
  const [end] = useMutation(EndEmergencyDocument)
  const at = (moment: string): string => formatDateTime(moment, language, { length: 'short' })

  async function shut(): Promise<void> {
    const done = await act({ id: use.id }, async (clientMutationId) => {
      const { data } = await end({ variables: { id: use.id, input: { clientMutationId } } })
      return data?.breakGlassEnd.problems
    })
    say(t, t(done ? 'emergency.ended' : 'act.failed'), { tone: done ? 'ok' : 'danger' })
    onEnded()
  }

  return (
    <Card
      title={
        <>
          <Bdi>{use.staff.name}</Bdi> · <Code>{use.reference}</Code>
        </>
      }
      action={
        <Tag tone={use.open ? 'danger' : 'neutral'}>
          {t(use.open ? 'emergency.isOpen' : 'emergency.isShut')}
        </Tag>
      }
    >
      <dl className={styles.times}>
        <div>
          <dt>{t('emergency.since')}</dt>
          <dd>{at(use.at)}</dd>
        </div>
        <div>
          <dt>{t(use.endedAt ? 'emergency.endedAt' : use.open ? 'emergency.shuts' : 'emergency.shutAt')}</dt>
          <dd>{at(use.endedAt ?? use.until)}</dd>
        </div>
        {use.endedBy && (
          <div>
            <dt>{t('emergency.endedBy')}</dt>
            <dd>
              <Bdi>{use.endedBy.name}</Bdi>
            </dd>
          </div>
        )}
      </dl>
      <p className={emergency.reason}>
        <Bdi>{use.reason ?? t('emergency.reasonErased')}</Bdi>
      </p>
      <ul className={emergency.looks}>
        {use.looks.map(({ id, what, at: seen }) => (
          <li key={id}>{t('emergency.look', { what: t(`looks.what.${what}`), at: at(seen) })}</li>
        ))}
        {use.looks.length === 0 && <li>{t('emergency.notLooked')}</li>}
      </ul>
      {use.open && may('privacy.act') && (
        <p className={styles.acts}>
          <Button size="small" variant="danger" busy={busy} onClick={() => void shut()}>
            {t('emergency.end')}
          </Button>
        </p>
      )}
    </Card>
  )
}
