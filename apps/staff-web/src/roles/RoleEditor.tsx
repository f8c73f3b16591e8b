import { useMutation } from '@apollo/client/react'
import type { Draft } from '@sila/domain/role'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { formatDateTime } from '@sila/ui/format'
import { useState } from 'react'
import {
  EditRoleDocument,
  ResetRoleDocument,
  type RoleRowFragment,
  type RolesQuery,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { Permissions } from './Permissions.tsx'
import { Preview } from './Preview.tsx'
import { Reach } from './Reach.tsx'
import styles from './Roles.module.css'

type Props = { role: RoleRowFragment; staff: RolesQuery['staff']; teams: RolesQuery['teams'] }

/** One role as it is drawn: its reach, its permissions, and beside them what it would show to somebody. */
export function RoleEditor({ role, staff, teams }: Props) {
  const { t, language } = useT()
  const [drawn, setDrawn] = useState<Draft>()
  const draft: Draft = drawn ?? heldBy(role)
  const dirty = drawn !== undefined && !isSame(drawn, heldBy(role))
  const { act, busy, problems } = useAct()
  const [edit] = useMutation(EditRoleDocument)
  const [reset] = useMutation(ResetRoleDocument)
  const { key, version: expectedVersion } = role

  async function save(): Promise<void> {
    const done = await act({ key, expectedVersion, draft }, async (clientMutationId) => {
      const grants = { ...draft, permissions: [...draft.permissions] }
      const input = { clientMutationId, expectedVersion, grants }
      return (await edit({ variables: { role: key, input } })).data?.outcome.problems
    })
    finish(done)
  }
  async function giveBack(): Promise<void> {
    const done = await act({ key, expectedVersion }, async (clientMutationId) => {
      const input = { clientMutationId, expectedVersion }
      return (await reset({ variables: { role: key, input } })).data?.outcome.problems
    })
    finish(done)
  }
  function finish(done: boolean): void {
    if (!done) return
    setDrawn(undefined)
    say(t, t('roles.saved'))
  }

  return (
    <>
      <section className={styles.editor} aria-label={word('role', key)}>
        <header className={styles.head}>
          <h2>{word('role', key)}</h2>
          <p className={styles.meta}>
            {role.changedAt === null ? (
              t('roles.asBegun')
            ) : (
              <>
                {t('roles.changedAt', {
                  when: formatDateTime(role.changedAt, language, { calendar: 'gregorian', length: 'short' }),
                })}
                {role.changedBy && (
                  <>
                    {' · '}
                    <Bdi>{role.changedBy.name}</Bdi>
                  </>
                )}
              </>
            )}
          </p>
        </header>
        {problems.length > 0 && (
          <ErrorSummary
            title={t('app.problems')}
            errors={problems.map(({ message }) => ({ text: message }))}
          />
        )}
        <Reach draft={draft} onChange={setDrawn} />
        <Permissions draft={draft} began={role.began.permissions} onChange={setDrawn} />
        <div className={styles.bar} data-dirty={dirty || undefined}>
          <span role="status" className={styles.barText}>
            {dirty ? t('roles.unsaved') : ''}
          </span>
          {role.changed && !dirty && (
            <Button busy={busy} onClick={() => void giveBack()}>
              {t('roles.reset')}
            </Button>
          )}
          {dirty && <Button onClick={() => setDrawn(undefined)}>{t('roles.discard')}</Button>}
          <Button variant="primary" busy={busy} disabled={!dirty} onClick={() => void save()}>
            {t('app.save')}
          </Button>
        </div>
      </section>
      <Preview role={role} draft={draft} dirty={dirty} staff={staff} teams={teams} />
    </>
  )
}

function heldBy({ grants: { scope, permissions, masked } }: RoleRowFragment): Draft {
  return { scope, permissions, masked }
}

function isSame(one: Draft, other: Draft): boolean {
  const names = (draft: Draft): string => [...draft.permissions].sort((a, b) => a.localeCompare(b)).join()
  return one.scope === other.scope && one.masked === other.masked && names(one) === names(other)
}
