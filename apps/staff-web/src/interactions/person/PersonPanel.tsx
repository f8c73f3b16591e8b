import { useQuery } from '@apollo/client/react'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi, Code } from '@sila/ui/Bdi'
import { formatDate, formatMonth, formatWhen } from '@sila/ui/format'
import { ProgressBar } from '@sila/ui/ProgressBar'
import { Skeleton } from '@sila/ui/Skeleton'
import { Tag } from '@sila/ui/Tag'
import { Link } from 'react-router'
import { PersonPanelDocument } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { word } from '../../i18n/words.ts'
import { dueShare, dueText, dueTone, stateOf } from '../../shared/due.ts'
import { MaskedPerson } from '../../shared/MaskedPerson.tsx'
import { OwnScript } from '../../shared/OwnScript.tsx'
import { useSession } from '../../session/Session.tsx'
import { PersonFacts } from '../../shared/PersonFacts.tsx'
import { useNow } from '../../shared/useNow.ts'
import type { OpenThread } from '../thread/useThread.ts'
import styles from './PersonPanel.module.css'

/** The person beside the thread: the promise to them, who they are, what else they brought. */
export function PersonPanel({ thread }: { thread: OpenThread }) {
  const { t } = useT()
  return (
    <aside className={styles.panel} aria-label={t('person.label')}>
      <Person thread={thread} />
    </aside>
  )
}

/** What the panel shows, wherever it stands. */
export function Person({ thread }: { thread: OpenThread }) {
  const { masked } = useSession()
  if (thread.beneficiary === null) return <Anonymous thread={thread} />
  if (masked) return <Masked id={thread.beneficiary.id} thread={thread} />
  return <Known id={thread.beneficiary.id} thread={thread} />
}

function Anonymous({ thread }: { thread: OpenThread }) {
  const { t } = useT()
  return (
    <>
      <header className={styles.head}>
        <Avatar name={t('person.anonymous')} size={40} />
        <div>
          <h2 className={styles.name}>{t('person.anonymous')}</h2>
          <p className={styles.meta}>{t(thread.anonymous ? 'person.anonymousHelp' : 'person.noContact')}</p>
        </div>
      </header>
      <Promise thread={thread} />
    </>
  )
}

/** Whose name is not shown. */
function Masked({ id, thread }: { id: string; thread: OpenThread }) {
  return (
    <>
      <header className={styles.head}>
        <MaskedPerson id={id} />
      </header>
      <Promise thread={thread} />
    </>
  )
}

function Known({ id, thread }: { id: string; thread: OpenThread }) {
  const { t, language } = useT()
  const { data } = useQuery(PersonPanelDocument, {
    variables: { id, language },
    fetchPolicy: 'cache-and-network',
  })
  const person = data?.beneficiary
  return (
    <>
      <header className={styles.head}>
        <Avatar name={thread.beneficiary?.name ?? ''} size={40} />
        <div>
          <h2 className={styles.name}>
            <Link to={`/beneficiaries/${id}`}>
              <Bdi>{thread.beneficiary?.name}</Bdi>
            </Link>
          </h2>
          {person && (
            <p className={styles.about}>
              <span>
                {t('person.since', { date: formatMonth(person.since, language, { calendar: 'hijri' }) })}
              </span>
              <span>
                <Code>{person.number}</Code>
              </span>
            </p>
          )}
        </div>
      </header>
      <Promise thread={thread} />
      {!person ? (
        <section className={styles.part}>
          <Skeleton rows={4} label={t('app.loading')} />
        </section>
      ) : (
        <>
          <section className={styles.part}>
            <h3 className={styles.title}>{t('person.facts')}</h3>
            <PersonFacts person={person} />
          </section>
          <section className={styles.part}>
            <h3 className={styles.title}>{t('person.requests')}</h3>
            {person.requests.nodes.length === 0 && <p className={styles.meta}>{t('person.noRequests')}</p>}
            <ul className={styles.list}>
              {person.requests.nodes.map((request) => (
                <li key={request.id}>
                  <Link to={`/requests/${request.id}`} className={styles.item}>
                    <span className={styles.itemTitle}>{request.service.name}</span>
                    <Tag tone={request.status === 'FULFILLED' ? 'ok' : 'neutral'}>
                      {word('requestStatus', request.status)}
                    </Tag>
                    <span className={styles.meta}>
                      <Code>{request.reference}</Code>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <OtherThreads threads={person.interactions.nodes.filter((other) => other.id !== thread.id)} />
          <section className={styles.part}>
            <h3 className={styles.title}>{t('person.invitations')}</h3>
            {person.invitations.nodes.length === 0 && (
              <p className={styles.meta}>{t('person.noInvitations')}</p>
            )}
            {person.invitations.nodes.map((invitation) => (
              <p key={invitation.id} className={styles.pair}>
                <span>
                  {t(invitation.answered ? 'person.invitationAnswered' : 'person.invitationOpen')} ·{' '}
                  <Code>{invitation.reference}</Code>
                </span>
                <span className={styles.meta}>
                  {formatDate(invitation.at, language, { calendar: 'hijri', length: 'short' })}
                </span>
              </p>
            ))}
          </section>
        </>
      )}
    </>
  )
}

function Promise({ thread }: { thread: OpenThread }) {
  const { t, language } = useT()
  const now = useNow()
  if (thread.due === null) return null
  const state = stateOf(thread.due, now)
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('person.promise')}</h3>
      <p className={styles.pair}>
        <span>
          {t(
            `promise.${thread.kind === 'MISSED_CALL' ? 'call' : thread.kind === 'SUGGESTION' ? 'decision' : 'answer'}`,
          )}
        </span>
        <strong className={styles.left} data-tone={dueTone[state]}>
          {dueText(thread.due, now, t, language)}
        </strong>
      </p>
      <ProgressBar
        bare
        value={state === 'met' ? 1 : dueShare(thread.due, now)}
        tone={dueTone[state] === 'neutral' ? 'ok' : dueTone[state]}
        label={t('person.promise')}
        valueText={dueText(thread.due, now, t, language)}
      />
      <p className={styles.meta}>{t('promise.by', { date: formatDate(thread.due.at, language) })}</p>
      {thread.waitingReason !== null && (
        <p className={styles.meta}>
          {t('promise.waitingFor')} <bdi dir="auto">{thread.waitingReason}</bdi>
        </p>
      )}
    </section>
  )
}

type Other = {
  id: string
  subject: string
  language: string
  status: string
  reference: string
  lastActivityAt: string
}

function OtherThreads({ threads }: { threads: readonly Other[] }) {
  const { t, language } = useT()
  const now = useNow()
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('person.others')}</h3>
      {threads.length === 0 && <p className={styles.meta}>{t('person.noOthers')}</p>}
      <ul className={styles.list}>
        {threads.slice(0, 4).map((other) => (
          <li key={other.id}>
            <Link to={`/inbox/${other.id}`} className={styles.item}>
              <OwnScript language={other.language} className={styles.itemTitle}>
                {other.subject}
              </OwnScript>
              <Tag>{word('interactionStatus', other.status)}</Tag>
              <span className={styles.meta}>
                <Code>{other.reference}</Code> · {formatWhen(other.lastActivityAt, now, language)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
