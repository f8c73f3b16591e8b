import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { RecordRightDialog } from '../shared/RecordRightDialog.tsx'
import styles from './Beneficiaries.module.css'

/** Where an officer records what the person asks about their own data, aloud or in writing. */
export function DataRights({ id }: { id: string }) {
  const { t } = useT()
  const { may } = useSession()
  const [recording, setRecording] = useState(false)
  if (!may('beneficiary.edit')) return null
  return (
    <Card>
      <h2 className={styles.heading}>{t('right.card')}</h2>
      <p className={styles.note}>{t('right.cardHelp')}</p>
      <Button onClick={() => setRecording(true)}>{t('right.record')}</Button>
      {recording && <RecordRightDialog beneficiaryId={id} onClose={() => setRecording(false)} />}
    </Card>
  )
}
