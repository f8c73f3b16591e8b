import { useQuery } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatDateTime, formatNumber } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { VisuallyHidden } from '@sila/ui/VisuallyHidden'
import { useState } from 'react'
import { StaffAccountsDocument, type StaffAccountRowFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import styles from './Staff.module.css'
import { StaffDialog } from './StaffDialog.tsx'

type Row = StaffAccountRowFragment

/** Who works here and how they get in; only for administrators. */
export function StaffPage() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(StaffAccountsDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  const [open, setOpen] = useState<string>()
  const chosen = data?.staffAccounts.find(({ id }) => id === open)
  return (
    <div className="page">
      <PageHead title={t('nav.staff')} text={t('staff.about')} />
      {!data ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={8} />
      ) : (
        <Table<Row>
          caption={t('nav.staff')}
          rows={data.staffAccounts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('staff.name'),
              cell: ({ staff }) => (
                <span className={styles.names}>
                  <Bdi>{staff.name}</Bdi>
                  <span className={styles.meta} dir="ltr">
                    {staff.email}
                  </span>
                </span>
              ),
            },
            { key: 'role', head: t('staff.role'), cell: ({ staff }) => word('role', staff.role) },
            {
              key: 'state',
              head: t('filter.status'),
              cell: ({ active }) => (
                <Tag tone={active ? 'ok' : 'neutral'}>{t(active ? 'staff.active' : 'staff.disabled')}</Tag>
              ),
            },
            { key: 'factor', head: t('factor.title'), cell: (row) => <FactorTag {...row} /> },
            {
              key: 'sessions',
              head: t('staff.sessions'),
              align: 'end',
              cell: ({ sessions, signedInAt }) => (
                <span className={styles.names}>
                  <span>{formatNumber(sessions, language)}</span>
                  {signedInAt !== null && (
                    <span className={styles.meta}>
                      {formatDateTime(signedInAt, language, { calendar: 'gregorian', length: 'short' })}
                    </span>
                  )}
                </span>
              ),
            },
            {
              key: 'manage',
              head: <VisuallyHidden>{t('staff.manage')}</VisuallyHidden>,
              align: 'end',
              cell: ({ id, staff }) => (
                <Button
                  size="small"
                  onClick={() => setOpen(id)}
                  aria-label={t('staff.manageNamed', { name: staff.name })}
                >
                  {t('staff.manage')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {chosen && <StaffDialog account={chosen} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function FactorTag({ totp, passkeys }: Pick<Row, 'totp' | 'passkeys'>) {
  const { t } = useT()
  const ways = [totp && t('staff.totp'), passkeys > 0 && t('staff.passkey')].filter(Boolean)
  return <Tag tone={ways.length > 0 ? 'ok' : 'warn'}>{ways.join(' · ') || t('staff.noFactor')}</Tag>
}
