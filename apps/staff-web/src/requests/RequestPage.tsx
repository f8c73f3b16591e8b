import { useQuery } from '@apollo/client/react'
import { nextRequestStatus } from '@sila/domain/request'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { EmptyState } from '@sila/ui/EmptyState'
import { AlarmIcon } from '@sila/ui/icons'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useLayers } from '../app/layers.ts'
import { EmergencyLimits } from '../breakglass/EmergencyLimits.tsx'
import { useTakenAway } from '../circle/sight.ts'
import { RequestDetailDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { problemText } from '../i18n/words.ts'
import { useShortcuts } from '../keyboard/useShortcuts.ts'
import { useSession } from '../session/Session.tsx'
import { PageState } from '../shared/PageState.tsx'
import { ActDialog } from './ActDialog.tsx'
import { barredId, decisions, instantActs, pageActs, type PageAct } from './acts.ts'
import { Answers } from './Answers.tsx'
import type { OpenRequest } from './open-request.ts'
import { NoteForm } from './NoteForm.tsx'
import { RequestHead } from './RequestHead.tsx'
import { RequestSide } from './RequestSide.tsx'
import { Timeline } from './Timeline.tsx'
import { useRequestActs } from './useRequestActs.ts'
import { useRequestFeed } from './useRequestFeed.ts'
import styles from './Requests.module.css'

const CircleDialog = lazy(async () => ({
  default: (await import('../circle/CircleDialog.tsx')).CircleDialog,
}))
const ShieldDialog = lazy(async () => ({
  default: (await import('../circle/ShieldDialog.tsx')).ShieldDialog,
}))

/** One request: what was asked, what has happened, what can be done. */
export function RequestPage() {
  const { t, language } = useT()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(RequestDetailDocument, {
    variables: { id, first: 100, language },
    fetchPolicy: 'cache-and-network',
  })
  const [gone, setGone] = useState<string>()
  const navigate = useNavigate()
  const back = <Button onClick={() => void navigate('/requests')}>{t('thread.back')}</Button>
  const { emergency } = useLayers()
  useTakenAway((other) => other === id && setGone(id))
  useRequestFeed(({ reset, request }) => {
    if (request?.id === id) setGone(undefined)
    if (reset || request?.id === id) void refetch()
  })
  return (
    <div className="page">
      {gone === id ? (
        <EmptyState heading text={t('thread.gone')} action={back} />
      ) : data?.request ? (
        <Opened key={id} request={data.request} onChanged={() => void refetch()} />
      ) : data && !data.request ? (
        <EmptyState
          heading
          text={t('requests.missing')}
          action={
            <>
              {back}
              {emergency && (
                <Button variant="ghost" icon={<AlarmIcon size={18} />} onClick={() => emergency()}>
                  {t('emergency.open')}
                </Button>
              )}
            </>
          }
        />
      ) : (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function Opened({ request, onChanged }: { request: OpenRequest; onChanged: () => void }) {
  const { t } = useT()
  const { me, masked } = useSession()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<PageAct>()
  const [protecting, setProtecting] = useState(false)
  const { act, assign, note: addNote, busy } = useRequestActs(request, onChanged)
  const possible = pageActs.filter((name) => request.acts.includes(name))
  // An appeal: whoever decided first sees what is to be decided, and that somebody else does it.
  const barred = request.decidedFirst
    ? decisions.filter((name) => nextRequestStatus(request.status, name) !== undefined)
    : []
  const start = (name: PageAct): void => {
    if (instantActs.includes(name)) void act(name)
    else setAsking(name)
  }
  useShortcuts({
    back: () => void navigate('/requests'),
    take: () => {
      if (request.acts.includes('assign')) void assign(me.id)
    },
  })
  return (
    <>
      <RequestHead
        request={request}
        acts={possible}
        barred={barred}
        busy={busy}
        onAct={start}
        onTake={() => void assign(me.id)}
        onProtect={() => setProtecting(true)}
      />
      {barred.length > 0 && (
        <div id={barredId}>
          <Banner framed tone="warn">
            {problemText({ code: 'APPEAL_OWN_DECISION' })}
          </Banner>
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Card>
            <h2 className={styles.title}>{t('requests.answers')}</h2>
            {masked ? (
              <p className={styles.meta}>{t('requests.answersHidden')}</p>
            ) : (
              <Answers form={request.service.form} answers={request.answers} language={request.language} />
            )}
          </Card>
          <Card>
            <h2 className={styles.title}>{t('requests.timeline')}</h2>
            {request.openUntil !== null && <EmergencyLimits />}
            {!masked && <NoteForm requestId={request.id} busy={busy === 'note'} onNote={addNote} />}
            <Timeline entries={request.entries.nodes} language={request.language} />
          </Card>
        </div>
        <RequestSide request={request} />
      </div>
      <Suspense>
        {protecting && request.canProtect && (
          <CircleDialog matter={request} onClose={() => setProtecting(false)} onChanged={onChanged} />
        )}
        {protecting && !request.canProtect && (
          <ShieldDialog
            matter={request}
            mine={request.assignee?.id === me.id}
            onClose={() => setProtecting(false)}
            onChanged={onChanged}
          />
        )}
      </Suspense>
      {asking && (
        <ActDialog
          act={asking}
          busy={busy === asking}
          onCancel={() => setAsking(undefined)}
          onConfirm={async (fields) => {
            const outcome = await act(asking, fields)
            if (outcome.done) setAsking(undefined)
            return outcome
          }}
        />
      )}
    </>
  )
}
