import { useMutation } from '@apollo/client/react'
import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { useState } from 'react'
import {
  StaffDisableDocument,
  StaffEnableDocument,
  StaffEndSessionsDocument,
  StaffResetSecondFactorDocument,
  type StaffAccountRowFragment,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { newId } from '../shared/newId.ts'
import { say } from '../shared/say.ts'
import styles from './Staff.module.css'

const documents = {
  disable: StaffDisableDocument,
  enable: StaffEnableDocument,
  endSessions: StaffEndSessionsDocument,
  reset: StaffResetSecondFactorDocument,
} as const

type Act = keyof typeof documents
type Props = { account: StaffAccountRowFragment; onClose: () => void }

/** What an administrator can do about a colleague's way in; each act says what follows before it is done. */
export function StaffDialog({ account, onClose }: Props) {
  const { t } = useT()
  const [act, setAct] = useState<Act>()
  const acts: Act[] = account.active ? ['endSessions', 'reset', 'disable'] : ['enable']
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={<Bdi>{account.staff.name}</Bdi>}
      closeLabel={t('app.close')}
      size="small"
    >
      {act ? (
        <Confirm account={account} act={act} onBack={() => setAct(undefined)} onDone={onClose} />
      ) : (
        <ul className={styles.acts}>
          {acts.map((one) => (
            <li key={one}>
              <span>{t(`staff.act.${one}.about`)}</span>
              <Button variant={one === 'disable' ? 'danger' : 'secondary'} onClick={() => setAct(one)}>
                {t(`staff.act.${one}.name`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

type ConfirmProps = { account: StaffAccountRowFragment; act: Act; onBack: () => void; onDone: () => void }

function Confirm({ account, act, onBack, onDone }: ConfirmProps) {
  const { t, language } = useT()
  const [clientMutationId] = useState(newId)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [run, { loading }] = useMutation(documents[act])

  async function go(): Promise<void> {
    try {
      const { data } = await run({ variables: { id: account.id, input: { clientMutationId }, language } })
      const found = (data?.outcome.problems ?? []).map(({ message }) => message)
      setProblems(found)
      if (found.length > 0) return
      say(t, t(`staff.act.${act}.done`))
      onDone()
    } catch {
      setProblems([t('act.failed')])
    }
  }

  return (
    <div className={styles.confirm}>
      {problems.length > 0 && (
        <ErrorSummary title={t('app.problems')} errors={problems.map((text) => ({ text }))} />
      )}
      <p>{t(`staff.act.${act}.about`)}</p>
      <div className={styles.buttons}>
        <Button onClick={onBack}>{t('app.cancel')}</Button>
        <Button variant={act === 'disable' ? 'danger' : 'primary'} busy={loading} onClick={() => void go()}>
          {t(`staff.act.${act}.name`)}
        </Button>
      </div>
    </div>
  )
}
