import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { ArrowBackIcon, LockIcon } from '@sila/ui/icons'
import { Tag } from '@sila/ui/Tag'
import { Link } from 'react-router'
import { CircleLine } from '../circle/CircleLine.tsx'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { LanguageName } from '../shared/LanguageName.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PromiseChip } from '../shared/PromiseChip.tsx'
import { barredId, type PageAct } from './acts.ts'
import type { OpenRequest } from './open-request.ts'
import { requestTone } from './tone.ts'
import styles from './Requests.module.css'

type Props = {
  request: OpenRequest
  acts: readonly PageAct[]
  /** What somebody else has to decide. */
  barred: readonly PageAct[]
  busy: string | undefined
  onAct: (act: PageAct) => void
  onTake: () => void
  onProtect: () => void
}

/** The request's name, where it stands, and the acts that its state allows; the first is the way forward. */
export function RequestHead({ request, acts, barred, busy, onAct, onTake, onProtect }: Props) {
  const { t } = useT()
  const { me, masked } = useSession()
  return (
    <PageHead
      title={request.service.name}
      text={
        <span className={styles.headMeta}>
          <Link to="/requests" className={styles.back}>
            <ArrowBackIcon size={18} /> {t('nav.requests')}
          </Link>
          {!masked && <Code>{request.reference}</Code>}
          <Tag tone={requestTone[request.status]}>{word('requestStatus', request.status)}</Tag>
          {request.due && !request.due.met && <PromiseChip due={request.due} />}
          <LanguageName code={request.language} />
          <span>
            {request.assignee ? t('thread.assignedTo') : t('thread.unassigned')}{' '}
            {request.assignee && <Bdi>{request.assignee.name}</Bdi>}
          </span>
          <CircleLine {...request} />
        </span>
      }
    >
      {(request.canProtect || request.canShield) && (
        <Button variant="ghost" icon={<LockIcon size={18} />} onClick={onProtect}>
          {t(request.canProtect ? 'circle.open' : 'shield.open')}
        </Button>
      )}
      {request.acts.includes('assign') && request.assignee?.id !== me.id && (
        <Button busy={busy === 'assign'} onClick={onTake}>
          {t('act.take')}
        </Button>
      )}
      {barred.map((act) => (
        <Button key={act} variant="ghost" aria-disabled aria-describedby={barredId}>
          {t(`requestAct.${act}`)}
        </Button>
      ))}
      {acts.toReversed().map((act, index) => (
        <Button
          key={act}
          variant={
            index === acts.length - 1
              ? 'primary'
              : act === 'cancel' || act === 'reject'
                ? 'ghost'
                : 'secondary'
          }
          busy={busy === act}
          onClick={() => onAct(act)}
        >
          {t(`requestAct.${act}`)}
        </Button>
      ))}
    </PageHead>
  )
}
