import { useQuery } from '@apollo/client/react'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatList } from '@sila/ui/format'
import { IconButton } from '@sila/ui/IconButton'
import {
  ArrowBackIcon,
  ArrowForwardIcon,
  CheckIcon,
  ClockIcon,
  LockIcon,
  MoreIcon,
  PersonAddIcon,
  PersonIcon,
} from '@sila/ui/icons'
import { Kbd } from '@sila/ui/Kbd'
import { Link } from 'react-router'
import { CircleLine } from '../../circle/CircleLine.tsx'
import { LazyMenu } from '../../shared/LazyMenu.tsx'
import { ColleaguesDocument, type ViewerFragment } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { word } from '../../i18n/words.ts'
import { useSession } from '../../session/Session.tsx'
import { OwnScript } from '../../shared/OwnScript.tsx'
import { menuActs, type DecisionAct, type PlainAct } from './acts.ts'
import type { OpenThread } from './useThread.ts'
import styles from './ThreadHead.module.css'

/** The button that the key A presses. */
export const assignTriggerId = 'assign-trigger'

type Act = PlainAct | DecisionAct
type Props = {
  thread: OpenThread
  others: readonly ViewerFragment[]
  next: Act | undefined
  busy: string | undefined
  /** Whether the person is shown over the thread. */
  meeting: boolean
  onBack: () => void
  onMeet: () => void
  onProtect: () => void
  onAct: (act: Act) => void
  onAssign: (owner: { assigneeId?: string | null; teamId?: string | null }) => void
}

const keyOf: Partial<Record<Act, string>> = { close: 'E', take: 'I' }

/** What the thread is, who has it, who else looks at it, and what can be done. */
export function ThreadHead(props: Props) {
  const { thread, others, next, busy, meeting, onBack, onMeet, onProtect, onAct, onAssign } = props
  const { t, language } = useT()
  const { masked } = useSession()
  const may = (name: string): boolean => thread.acts.includes(name)
  const owner = thread.assignee?.name ?? thread.team?.name
  const menu = menuActs.filter((act) => act !== next && may(act))
  return (
    <header className={styles.head}>
      <IconButton
        className={styles.back}
        label={t('thread.back')}
        icon={<ArrowBackIcon size={18} />}
        onClick={onBack}
      />
      <div className={styles.words}>
        <h2 className={styles.subject}>
          {masked ? (
            word('interactionKind', thread.kind)
          ) : (
            <OwnScript language={thread.language}>{thread.subject}</OwnScript>
          )}
        </h2>
        <p className={styles.meta}>
          {!masked && <Named thread={thread} />}
          <span>{word('channel', thread.channel)}</span>
          {thread.kind !== 'INQUIRY' && !masked && <span>{word('interactionKind', thread.kind)}</span>}
          <span>{word('interactionStatus', thread.status)}</span>
          <span>
            {owner === undefined ? t('thread.unassigned') : t('thread.assignedTo')}{' '}
            {owner !== undefined && <Bdi>{owner}</Bdi>}
          </span>
        </p>
      </div>
      {thread.sensitivity && (
        <div className={styles.circle}>
          <CircleLine {...thread} />
        </div>
      )}
      {others.length > 0 && (
        <span
          className={styles.others}
          role="img"
          aria-label={t('presence.here', {
            names: formatList(
              others.map(({ staff }) => staff.name),
              language,
            ),
          })}
        >
          {others.slice(0, 3).map(({ staff, state }) => (
            <span
              key={staff.id}
              className={styles.other}
              data-state={state}
              title={t(`presence.${state}`, { name: staff.name })}
            >
              <Avatar name={staff.name} size={24} />
            </span>
          ))}
        </span>
      )}
      <div className={styles.acts}>
        <IconButton
          className={styles.meet}
          label={t('person.open')}
          icon={<PersonIcon size={18} />}
          aria-haspopup="dialog"
          aria-expanded={meeting}
          onClick={onMeet}
        />
        {(thread.canProtect || thread.canShield) && (
          <IconButton
            label={t(thread.canProtect ? 'circle.open' : 'shield.open')}
            icon={<LockIcon size={18} />}
            onClick={onProtect}
          />
        )}
        {may('assign') && <AssignMenu thread={thread} onAssign={onAssign} onTake={() => onAct('take')} />}
        {may('wait') && (
          <IconButton
            label={t('act.wait')}
            icon={<ClockIcon size={18} />}
            onClick={() => onAct('wait')}
            aria-keyshortcuts="S"
          />
        )}
        {menu.length > 0 && (
          <LazyMenu
            label={t('thread.more')}
            items={menu.map((act) => ({
              id: act,
              label: t(`act.${act}`),
              ...(act === 'markSpam' && { tone: 'danger' as const }),
            }))}
            onAction={(id) => {
              const act = menu.find((one) => one === id)
              if (act) onAct(act)
            }}
            trigger={<IconButton label={t('thread.more')} icon={<MoreIcon size={18} />} />}
          />
        )}
        {next && (
          <Button
            variant="primary"
            icon={next === 'take' ? <ArrowForwardIcon size={18} /> : <CheckIcon size={18} />}
            iconEnd={keyOf[next] && <Kbd>{keyOf[next]}</Kbd>}
            busy={busy === next}
            onClick={() => onAct(next)}
          >
            {t(`act.${next}`)}
          </Button>
        )}
      </div>
    </header>
  )
}

/** Whose it is, and its number. */
function Named({ thread }: { thread: OpenThread }) {
  const { t } = useT()
  return (
    <>
      <span className={styles.person}>
        {thread.beneficiary ? (
          <Link to={`/beneficiaries/${thread.beneficiary.id}`}>
            <Bdi>{thread.beneficiary.name || t('person.anonymous')}</Bdi>
          </Link>
        ) : (
          t('person.anonymous')
        )}
      </span>
      <span>
        <Code>{thread.reference}</Code>
      </span>
    </>
  )
}

type AssignProps = Pick<Props, 'thread' | 'onAssign'> & { onTake: () => void }

/** People and teams; those who speak the language of the thread come first. */
function AssignMenu({ thread, onAssign, onTake }: AssignProps) {
  const { t, language } = useT()
  const { me } = useSession()
  const { data } = useQuery(ColleaguesDocument, { variables: { language } })
  const speaks = (languages: readonly string[]): number => (languages.includes(thread.language) ? 0 : 1)
  const teams = (data?.teams ?? []).toSorted((a, b) => speaks(a.languages) - speaks(b.languages))
  const people = (data?.staff ?? [])
    .filter(({ id, role }) => id !== me.id && role !== 'ANALYST')
    .toSorted((a, b) => speaks(a.languages) - speaks(b.languages))
  const items = [
    { id: 'me', label: t('assign.me'), shortcut: 'I', disabled: thread.assignee?.id === me.id },
    ...(thread.assignee || thread.team ? [{ id: 'nobody', label: t('assign.nobody') }] : []),
    ...teams.map(({ id, name }) => ({ id: `team:${id}`, label: t('assign.team', { name }) })),
    ...people.map(({ id, name }) => ({
      id: `person:${id}`,
      label: name,
      icon: <Avatar name={name} size={24} />,
    })),
  ]
  const choose = (choice: string): void => {
    const [kind, id] = choice.split(':', 2)
    if (kind === 'me') onTake()
    else if (kind === 'nobody') onAssign({ assigneeId: null, teamId: null })
    else if (kind === 'team') onAssign({ teamId: id ?? null, assigneeId: null })
    else onAssign({ assigneeId: id ?? null })
  }
  return (
    <LazyMenu
      label={t('act.assign')}
      items={items}
      onAction={choose}
      trigger={
        <IconButton
          id={assignTriggerId}
          label={t('act.assign')}
          icon={<PersonAddIcon size={18} />}
          aria-keyshortcuts="A"
        />
      }
    />
  )
}
