import { useQuery } from '@apollo/client/react'
import type { Draft } from '@sila/domain/role'
import { Code } from '@sila/ui/Bdi'
import { Card } from '@sila/ui/Card'
import { formatNumber } from '@sila/ui/format'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { Skeleton } from '@sila/ui/Skeleton'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import {
  RolePreviewDocument,
  type RolePreviewQuery,
  type RoleRowFragment,
  type RolesQuery,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { PageState } from '../shared/PageState.tsx'
import { useDebounced } from '../shared/useDebounced.ts'
import styles from './Roles.module.css'

type Props = {
  role: RoleRowFragment
  draft: Draft
  dirty: boolean
  staff: RolesQuery['staff']
  teams: RolesQuery['teams']
}
type Seen = RolePreviewQuery['rolePreview']

/** What somebody would see with the role as it is drawn. Nothing is done in their name, and each look is noted. */
export function Preview({ role, draft, dirty, staff, teams }: Props) {
  const { t } = useT()
  const [staffId, setStaffId] = useState(role.holders[0]?.id ?? '')
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '')
  const settled = useDebounced(draft, 600)
  const eyes = staffId === '' ? { teamId: teamId || null } : { staffId }
  const grants = dirty ? { ...settled, permissions: [...settled.permissions] } : null
  const { data, previousData, error, loading, refetch } = useQuery(RolePreviewDocument, {
    variables: { input: { role: role.key, grants, ...eyes } },
    fetchPolicy: 'network-only',
  })
  const seen = (data ?? previousData)?.rolePreview
  const colleagues = staff.toSorted(
    (a, b) => Number(b.role === role.key) - Number(a.role === role.key) || a.name.localeCompare(b.name),
  )
  return (
    <aside className={styles.preview} aria-label={t('preview.title')}>
      <Card title={t('preview.title')}>
        <p className={styles.meta}>{t('preview.about')}</p>
        <NativeSelect
          label={t('preview.eyes')}
          value={staffId}
          options={[
            { value: '', label: t('preview.madeUp') },
            ...colleagues.map(({ id, name, role: key }) => ({
              value: id,
              label: `${name} · ${word('role', key)}`,
            })),
          ]}
          onChange={(event) => setStaffId(event.currentTarget.value)}
        />
        {staffId === '' && (
          <NativeSelect
            label={t('preview.team')}
            value={teamId}
            options={[
              { value: '', label: t('preview.noTeam') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setTeamId(event.currentTarget.value)}
          />
        )}
        {seen ? (
          <div aria-busy={loading} className={styles.seen}>
            <Outcome seen={seen} />
          </div>
        ) : error ? (
          <PageState failed onRetry={() => void refetch()} />
        ) : (
          <Skeleton rows={5} label={t('app.loading')} />
        )}
      </Card>
    </aside>
  )
}

function Outcome({ seen }: { seen: Seen }) {
  const { t } = useT()
  return (
    <>
      {seen.masked && <Tag tone="info">{t('preview.masked')}</Tag>}
      <dl className={styles.counts}>
        <Count name={t('nav.inbox')} count={seen.interactions} />
        <Count name={t('nav.requests')} count={seen.requests} />
        <Count name={t('nav.beneficiaries')} count={seen.people} />
      </dl>
      <Names title={t('preview.gained')} names={seen.gained} tone="warn" />
      <Names title={t('preview.lost')} names={seen.lost} tone="neutral" />
      <Fields title={t('preview.fields')} lines={changesOf(seen)} />
      <Fields title={t('preview.blanked')} about={t('preview.blankedAbout')} lines={blankedOf(seen)} />
      <section>
        <h3 className={styles.small}>{t('preview.matters')}</h3>
        {seen.matters.length === 0 ? (
          <p className={styles.meta}>{t('preview.noMatters')}</p>
        ) : (
          <ul className={styles.matters}>
            {seen.matters.map(({ id, reference }) => (
              <li key={id}>
                <Code>{reference}</Code>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function changesOf({ fields }: Seen): string[] {
  return fields.flatMap(({ type, opened, closed }) => [
    ...opened.map((field) => `+ ${type}.${field}`),
    ...closed.map((field) => `− ${type}.${field}`),
  ])
}

function blankedOf({ fields }: Seen): string[] {
  return fields.flatMap(({ type, masked }) => masked.map((field) => `${type}.${field}`))
}

// By the names that they have in the API, which whoever draws a role also finds in the list of who sees what.
function Fields({ title, about, lines }: { title: string; about?: string; lines: readonly string[] }) {
  const { language } = useT()
  if (lines.length === 0) return null
  return (
    <details className={styles.fields}>
      <summary>
        {title} <span className={styles.meta}>{formatNumber(lines.length, language)}</span>
      </summary>
      {about && <p className={styles.meta}>{about}</p>}
      <ul dir="ltr">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function Count({ name, count: { now, drawn } }: { name: string; count: { now: number; drawn: number } }) {
  const { t, language } = useT()
  return (
    <div data-changed={now !== drawn || undefined}>
      <dt>{name}</dt>
      <dd>
        <strong>{formatNumber(drawn, language)}</strong>
        {now !== drawn && (
          <span className={styles.meta}>{t('preview.today', { count: formatNumber(now, language) })}</span>
        )}
      </dd>
    </div>
  )
}

function Names({
  title,
  names,
  tone,
}: {
  title: string
  names: readonly string[]
  tone: 'warn' | 'neutral'
}) {
  const { t } = useT()
  if (names.length === 0) return null
  return (
    <section>
      <h3 className={styles.small}>{title}</h3>
      <ul className={styles.tags}>
        {names.map((name) => (
          <li key={name}>
            <Tag tone={tone}>{t(`permission.${name}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}
