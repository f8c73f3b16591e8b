import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { AlarmIcon, LockIcon } from '@sila/ui/icons'
import { Skeleton } from '@sila/ui/Skeleton'
import { lazy, Suspense, useRef, useState } from 'react'
import { useLayers } from '../../app/layers.ts'
import { EmergencyLimits } from '../../breakglass/EmergencyLimits.tsx'
import { useTakenAway } from '../../circle/sight.ts'
import { useT } from '../../i18n/useT.ts'
import { useShortcuts } from '../../keyboard/useShortcuts.ts'
import { useSession } from '../../session/Session.tsx'
import { say } from '../../shared/say.ts'
import { useFeedItems } from '../feed.ts'
import { PersonPanel } from '../person/PersonPanel.tsx'
import { asksReason, nextSteps, type DecisionAct, type PlainAct, type ReasonAct } from './acts.ts'
import { Composer, type ComposerHandle } from './Composer.tsx'
import { Entries } from './Entries.tsx'
import { assignTriggerId, ThreadHead } from './ThreadHead.tsx'
import { useActs } from './useActs.ts'
import { usePresence } from './usePresence.ts'
import { useThread, type OpenThread } from './useThread.ts'
import styles from './Thread.module.css'

const PersonSheet = lazy(async () => ({ default: (await import('../person/PersonSheet.tsx')).PersonSheet }))
const CircleDialog = lazy(async () => ({
  default: (await import('../../circle/CircleDialog.tsx')).CircleDialog,
}))
const ShieldDialog = lazy(async () => ({
  default: (await import('../../circle/ShieldDialog.tsx')).ShieldDialog,
}))
const ReasonDialog = lazy(async () => ({ default: (await import('./ReasonDialog.tsx')).ReasonDialog }))

type Props = { id: string; onNext: () => void; onBack: () => void }

/** A thread with its person beside it. */
export function Thread({ id, onNext, onBack }: Props) {
  const { t } = useT()
  const { thread, missing, error, refetch } = useThread(id)
  const [gone, setGone] = useState(false)
  const { emergency } = useLayers()
  useTakenAway((other) => other === id && setGone(true))
  useFeedItems(({ interaction }) => interaction?.id === id && setGone(false))
  if (thread && !gone)
    return <Opened thread={thread} onNext={onNext} onBack={onBack} onChanged={() => void refetch()} />
  return (
    <section className={styles.none} aria-label={t('thread.label')}>
      {gone ? (
        <EmptyState text={t('thread.gone')} action={<Button onClick={onBack}>{t('thread.back')}</Button>} />
      ) : error ? (
        <EmptyState
          text={t('thread.failed')}
          action={<Button onClick={() => void refetch()}>{t('app.retry')}</Button>}
        />
      ) : missing ? (
        <EmptyState
          text={t('thread.missing')}
          action={
            <>
              <Button onClick={onBack}>{t('thread.back')}</Button>
              {emergency && (
                <Button variant="ghost" icon={<AlarmIcon size={18} />} onClick={() => emergency()}>
                  {t('emergency.open')}
                </Button>
              )}
            </>
          }
        />
      ) : (
        <div className={styles.waiting}>
          <Skeleton rows={4} lines={3} avatar label={t('app.loading')} />
        </div>
      )}
    </section>
  )
}

type OpenedProps = { thread: OpenThread; onNext: () => void; onBack: () => void; onChanged: () => void }

function Opened({ thread, onNext, onBack, onChanged }: OpenedProps) {
  const { t } = useT()
  const { me } = useSession()
  const composer = useRef<ComposerHandle>(null)
  const { masked } = useSession()
  const [writing, setWriting] = useState(false)
  const [meeting, setMeeting] = useState(false)
  const [asking, setAsking] = useState<ReasonAct>()
  const [protecting, setProtecting] = useState<'asked' | 'suggested'>()
  const { act, assign, busy } = useActs(thread, onChanged)
  const others = usePresence(thread.id, writing, thread.viewers)
  const may = (name: string): boolean => thread.acts.includes(name)
  const mine = thread.assignee?.id === me.id

  const start = (name: PlainAct | DecisionAct): void => {
    if (asksReason(name)) setAsking(name)
    else void act(name)
  }
  const close = async (): Promise<boolean> => {
    if (may('close')) return act('close')
    say(t, t(may('reopen') ? 'act.closedAlready' : 'act.answerFirst'), { tone: 'warn' })
    return false
  }
  useShortcuts({
    close: () => void close(),
    closeNext: () => void close().then((closed) => closed && onNext()),
    reply: () => composer.current?.focus('reply'),
    note: () => composer.current?.focus('note'),
    take: () => {
      if (may('assign') && !mine) void act('take')
    },
    assign: () => document.getElementById(assignTriggerId)?.click(),
    wait: () => {
      if (may('wait')) start('wait')
      else if (may('resume')) start('resume')
    },
  })

  const mayClose = thread.canProtect || thread.canShield
  const protection = {
    matter: thread,
    suggested: protecting === 'suggested' ? ('STAFF_COMPLAINT' as const) : undefined,
    onClose: () => setProtecting(undefined),
    onChanged,
  }
  const next = may('assign') && thread.assignee === null ? 'take' : nextSteps.find((name) => may(name))
  return (
    <div className={styles.both}>
      <section className={styles.thread} aria-label={t('thread.label')}>
        <ThreadHead
          thread={thread}
          others={others}
          next={next}
          busy={busy}
          onBack={onBack}
          onAct={start}
          meeting={meeting}
          onMeet={() => setMeeting(true)}
          onProtect={() => setProtecting('asked')}
          onAssign={(owner) => void assign(owner)}
        />
        {thread.kind === 'COMPLAINT' && !thread.sensitivity && mayClose && !thread.answeredAt && (
          <Banner
            icon={<LockIcon size={18} />}
            action={
              <Button size="small" onClick={() => setProtecting('suggested')}>
                {t(thread.canProtect ? 'circle.open' : 'shield.open')}
              </Button>
            }
          >
            {t(thread.canProtect ? 'circle.hint' : 'shield.hint')}
          </Banner>
        )}
        <Entries thread={thread}>{thread.openUntil !== null && <EmergencyLimits />}</Entries>
        {!masked && (
          <Composer
            ref={composer}
            thread={thread}
            others={others}
            onWriting={setWriting}
            onSent={({ closed }) => {
              say(
                t,
                t(closed ? 'done.sentClosed' : 'done.sent'),
                closed ? { undo: () => void act('reopen') } : {},
              )
              onChanged()
            }}
          />
        )}
      </section>
      <PersonPanel thread={thread} />
      <Suspense>{meeting && <PersonSheet thread={thread} onClose={() => setMeeting(false)} />}</Suspense>
      <Suspense>
        {protecting && thread.canProtect && <CircleDialog {...protection} />}
        {protecting && !thread.canProtect && <ShieldDialog {...protection} mine={mine} />}
      </Suspense>
      <Suspense>
        {asking && (
          <ReasonDialog
            act={asking}
            busy={busy !== undefined}
            onCancel={() => setAsking(undefined)}
            onConfirm={(reason) => void act(asking, reason).then((done) => done && setAsking(undefined))}
          />
        )}
      </Suspense>
    </div>
  )
}
