import { Button } from '@sila/ui/Button'
import { Bdi } from '@sila/ui/Bdi'
import { Card } from '@sila/ui/Card'
import { Dialog } from '@sila/ui/Dialog'
import { formatDateTime } from '@sila/ui/format'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import type { AccountFactsFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { AddPasskey } from '../session/AddPasskey.tsx'
import { knock } from '../session/door.ts'
import { PasswordForm } from '../session/PasswordForm.tsx'
import { say } from '../shared/say.ts'
import { textOf } from '../shared/textOf.ts'
import styles from './Account.module.css'

type Passkey = AccountFactsFragment['passkeys'][number]
type Props = Pick<AccountFactsFragment, 'passkeys' | 'totp'> & { byPassword: boolean; onChanged: () => void }

/** Devices that sign me in without a password. */
export function Passkeys({ passkeys, totp, byPassword, onChanged }: Props) {
  const { t, language } = useT()
  const [layer, setLayer] = useState<'add' | { name: Passkey } | { last: Passkey }>()
  // Without it nothing but the password would stand before the account.
  const isLast = passkeys.length === 1 && !totp

  async function act(path: string, body: object, done: string): Promise<void> {
    const reply = await knock(path, body)
    say(t, reply.ok ? done : t('act.failed'), { tone: reply.ok ? 'ok' : 'danger' })
    if (!reply.ok) return
    setLayer(undefined)
    onChanged()
  }

  return (
    <Card title={t('passkey.title')}>
      <p className={styles.text}>{t('passkey.about')}</p>
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map((one) => {
            const name = one.name ?? t('passkey.unnamed')
            return (
              <li key={one.id} className={styles.row}>
                <span className={styles.names}>
                  <Bdi>{name}</Bdi>
                  <span className={styles.meta}>
                    {t('passkey.since', {
                      when: formatDateTime(one.addedAt, language, { calendar: 'gregorian', length: 'short' }),
                    })}
                  </span>
                </span>
                <span className={styles.acts}>
                  <Button
                    size="small"
                    aria-label={t('passkey.renameNamed', { name })}
                    onClick={() => setLayer({ name: one })}
                  >
                    {t('passkey.rename')}
                  </Button>
                  {(byPassword || !isLast) && (
                    <Button
                      size="small"
                      aria-label={t('passkey.removeNamed', { name })}
                      onClick={() =>
                        isLast
                          ? setLayer({ last: one })
                          : void act('/passkey/delete-passkey', { id: one.id }, t('passkey.removed'))
                      }
                    >
                      {t('passkey.remove')}
                    </Button>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {byPassword && (
        <div className={styles.acts}>
          <Button onClick={() => setLayer('add')}>{t('passkey.add')}</Button>
        </div>
      )}
      <Dialog
        isOpen={layer !== undefined}
        onOpenChange={(open) => !open && setLayer(undefined)}
        title={t(
          layer === 'add' ? 'passkey.add' : layer && 'last' in layer ? 'passkey.remove' : 'passkey.rename',
        )}
        closeLabel={t('app.close')}
        size="small"
      >
        {layer && layer !== 'add' && 'last' in layer ? (
          <>
            <p className={styles.text}>{t('passkey.last')}</p>
            <PasswordForm
              submit={t('passkey.remove')}
              act={async (password) => {
                const reply = await knock('/passkey/delete-passkey', { id: layer.last.id, password })
                if (!reply.ok) return reply.trouble
                say(t, t('passkey.removed'))
                setLayer(undefined)
                onChanged()
                return undefined
              }}
            />
          </>
        ) : layer === 'add' ? (
          <AddPasskey
            onDone={() => {
              say(t, t('passkey.added'))
              setLayer(undefined)
              onChanged()
            }}
          />
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const name = textOf(new FormData(event.currentTarget), 'name').trim()
              void act('/passkey/update-passkey', { id: layer?.name.id, name }, t('passkey.renamed'))
            }}
          >
            <TextInput
              name="name"
              label={t('passkey.name')}
              defaultValue={layer?.name.name ?? ''}
              maxLength={60}
              required
            />
            <div className={styles.acts}>
              <Button type="submit" variant="primary">
                {t('app.save')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </Card>
  )
}
