import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/useT.ts'
import { RecordFields } from './RecordFields.tsx'
import { RecordReceipt } from './RecordReceipt.tsx'
import { useRecord } from './useRecord.ts'

/** Takes down by hand what came by phone, visit, letter or any other way: the inbox is the whole of it from the first day. */
export function RecordDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useT()
  const navigate = useNavigate()
  const record = useRecord()
  const done = record.recorded
  const open = (): void => {
    onOpenChange(false)
    if (done?.interaction) void navigate(`/inbox/${done.interaction.id}`)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      title={t(done ? 'record.done' : 'record.title')}
      closeLabel={t('app.close')}
      size="large"
      footer={
        done ? (
          <>
            <Button onClick={() => window.print()}>{t('record.print')}</Button>
            <Button variant="primary" onClick={open}>
              {t('record.open')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{t('app.cancel')}</Button>
            <Button variant="primary" busy={record.status === 'sending'} onClick={() => void record.send()}>
              {t('record.save')}
            </Button>
          </>
        )
      }
    >
      {done?.receipt ? <RecordReceipt receipt={done.receipt} /> : <RecordFields record={record} />}
    </Dialog>
  )
}
