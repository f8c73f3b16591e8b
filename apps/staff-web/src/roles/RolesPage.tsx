import { useQuery } from '@apollo/client/react'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { Tag } from '@sila/ui/Tag'
import { formatNumber } from '@sila/ui/format'
import { Link, useSearchParams } from 'react-router'
import { RolesDocument, type RoleRowFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { RoleEditor } from './RoleEditor.tsx'
import styles from './Roles.module.css'

/** What each role may do and how far it sees; whoever edits one sees beside it what it would show. */
export function RolesPage() {
  const { t, language } = useT()
  const [params, setParams] = useSearchParams()
  const { data, error, refetch } = useQuery(RolesDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  const open = data?.roles.find(({ key }) => key === params.get('role')) ?? data?.roles[0]
  return (
    <div className="page">
      <PageHead title={t('nav.roles')} text={t('roles.about')} />
      {!data || !open ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={9} />
      ) : (
        <div className={styles.page}>
          <div className={styles.choose}>
            <NativeSelect
              label={t('roles.role')}
              value={open.key}
              options={data.roles.map(({ key }) => ({ value: key, label: word('role', key) }))}
              onChange={(event) => setParams({ role: event.currentTarget.value })}
            />
          </div>
          <nav className={styles.roles} aria-label={t('nav.roles')}>
            <ul>
              {data.roles.map((role) => (
                <li key={role.key}>
                  <Line role={role} current={role.key === open.key} />
                </li>
              ))}
            </ul>
          </nav>
          <RoleEditor key={open.key} role={open} staff={data.staff} teams={data.teams} />
        </div>
      )}
    </div>
  )
}

function Line({ role, current }: { role: RoleRowFragment; current: boolean }) {
  const { t, language } = useT()
  return (
    <Link to={`/roles?role=${role.key}`} aria-current={current ? 'page' : undefined} className={styles.role}>
      <span className={styles.roleName}>{word('role', role.key)}</span>
      <span className={styles.meta}>
        {t('roles.holders', {
          count: role.holders.length,
          shown: formatNumber(role.holders.length, language),
        })}
      </span>
      {(role.changed || role.grants.masked) && (
        <span className={styles.tags}>
          {role.grants.masked && <Tag tone="info">{t('roles.masked')}</Tag>}
          {role.changed && <Tag tone="warn">{t('roles.changed')}</Tag>}
        </span>
      )}
    </Link>
  )
}
