import { useQuery } from '@apollo/client/react'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { EmptyState } from '@sila/ui/EmptyState'
import { formatDate, formatNumber, formatWhen } from '@sila/ui/format'
import { TabBar } from '@sila/ui/TabBar'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { BeneficiaryPageDocument, type BeneficiaryPageQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { channelIcon } from '../shared/channelIcon.tsx'
import { OwnScript } from '../shared/OwnScript.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { PersonFacts } from '../shared/PersonFacts.tsx'
import { useNow } from '../shared/useNow.ts'
import { Consents } from './Consents.tsx'
import { DataRights } from './DataRights.tsx'
import { Papers } from './Papers.tsx'
import styles from './Beneficiaries.module.css'

type Person = NonNullable<BeneficiaryPageQuery['beneficiary']>
const tabs = ['interactions', 'requests', 'invitations'] as const

/** Everything about one person: what they brought over any channel, what they asked for, what they agreed to. */
export function BeneficiaryPage() {
  const { t, language } = useT()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(BeneficiaryPageDocument, {
    variables: { id, first: 50, language },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <div className="page">
      {data?.beneficiary ? (
        <Known person={data.beneficiary} />
      ) : data && !data.beneficiary ? (
        <EmptyState
          heading
          text={t('beneficiaries.missing')}
          action={<Button onClick={() => void navigate('/beneficiaries')}>{t('thread.back')}</Button>}
        />
      ) : (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function Known({ person }: { person: Person }) {
  const { t, language } = useT()
  const [tab, setTab] = useState<(typeof tabs)[number]>('interactions')
  return (
    <>
      <PageHead
        title={
          <span className={styles.title}>
            <Avatar name={person.name} size={56} />
            <Bdi>{person.name}</Bdi>
          </span>
        }
        text={
          <>
            <Code>{person.number}</Code> · {t('person.since', { date: formatDate(person.since, language) })}
          </>
        }
      />
      <div className={styles.columns}>
        <section aria-label={t('beneficiaries.history')}>
          <TabBar
            label={t('beneficiaries.history')}
            selected={tab}
            onSelect={(name) => setTab(tabs.find((one) => one === name) ?? 'interactions')}
            items={tabs.map((name) => ({
              id: name,
              label: t(`beneficiaries.${name}`),
              count:
                formatNumber(person[name].nodes.length, language) +
                (person[name].pageInfo.hasNextPage ? '+' : ''),
            }))}
          />
          {tab === 'interactions' && <Interactions person={person} />}
          {tab === 'requests' && <Requests person={person} />}
          {tab === 'invitations' && <Invitations person={person} />}
        </section>
        <aside className={styles.side} aria-label={t('person.facts')}>
          <Card>
            <h2 className={styles.heading}>{t('person.facts')}</h2>
            <PersonFacts person={person} whole />
          </Card>
          <Card>
            <h2 className={styles.heading}>{t('consent.title')}</h2>
            <Consents id={person.id} consents={person.consents} />
          </Card>
          <Papers id={person.id} papers={person.papers} />
          <DataRights id={person.id} />
        </aside>
      </div>
    </>
  )
}

function Interactions({ person }: { person: Person }) {
  const { t, language } = useT()
  const now = useNow()
  if (person.interactions.nodes.length === 0) return <EmptyState text={t('person.noOthers')} />
  return (
    <ul className={styles.list}>
      {person.interactions.nodes.map((row) => (
        <li key={row.id}>
          <Link to={`/inbox/${row.id}`} className={styles.item}>
            <span className={styles.sign} role="img" aria-label={word('channel', row.channel)}>
              {channelIcon(row.channel, 18)}
            </span>
            <span className={styles.words}>
              <OwnScript language={row.language} className={styles.subject}>
                {row.subject}
              </OwnScript>
              <span className={styles.meta}>
                <Code>{row.reference}</Code> · {word('interactionKind', row.kind)} ·{' '}
                {word('channel', row.channel)}
              </span>
            </span>
            <Tag>{word('interactionStatus', row.status)}</Tag>
            <time className={styles.meta} dateTime={row.lastActivityAt}>
              {formatWhen(row.lastActivityAt, now, language)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Requests({ person }: { person: Person }) {
  const { t, language } = useT()
  const now = useNow()
  if (person.requests.nodes.length === 0) return <EmptyState text={t('person.noRequests')} />
  return (
    <ul className={styles.list}>
      {person.requests.nodes.map((row) => (
        <li key={row.id}>
          <Link to={`/requests/${row.id}`} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.subject}>{row.service.name}</span>
              <span className={styles.meta}>
                <Code>{row.reference}</Code>
              </span>
            </span>
            <Tag>{word('requestStatus', row.status)}</Tag>
            <time className={styles.meta} dateTime={row.lastActivityAt}>
              {formatWhen(row.lastActivityAt, now, language)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** That they were asked and whether they answered; never what they said. */
function Invitations({ person }: { person: Person }) {
  const { t, language } = useT()
  if (person.invitations.nodes.length === 0) return <EmptyState text={t('person.noInvitations')} />
  return (
    <>
      <p className={styles.note}>{t('beneficiaries.invitationsNote')}</p>
      <ul className={styles.list}>
        {person.invitations.nodes.map((row) => (
          <li key={row.id} className={styles.item}>
            <span className={styles.words}>
              <Code>{row.reference}</Code>
            </span>
            <Tag tone={row.answered ? 'ok' : 'neutral'}>
              {t(row.answered ? 'person.invitationAnswered' : 'person.invitationOpen')}
            </Tag>
            <time className={styles.meta} dateTime={row.at}>
              {formatDate(row.at, language)}
            </time>
          </li>
        ))}
      </ul>
    </>
  )
}
