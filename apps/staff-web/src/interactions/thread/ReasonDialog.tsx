import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { TextArea } from '@sila/ui/TextArea'
import { useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { reasonRule, type ReasonAct } from './acts.ts'

type Props = { act: ReasonAct; busy: boolean; onCancel: () => void; onConfirm: (reason: string) => void }

/** Asks for the words that an act needs before it is done. */
export function ReasonDialog({ act, busy, onCancel, onConfirm }: Props) {
  const { t } = useT()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const required = reasonRule[act] === 'required'
  const confirm = (): void => {
    if (required && text.trim() === '') setMissing(true)
    else onConfirm(text.trim())
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onCancel()}
      title={t(`act.${act}`)}
      closeLabel={t('app.close')}
      size="small"
      footer={
        <>
          <Button onClick={onCancel}>{t('app.cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={confirm}>
            {t(`act.${act}`)}
          </Button>
        </>
      }
    >
      <TextArea
        label={t(`reason.${act}`)}
        help={t(`reasonHelp.${act}`)}
        required={required}
        {...(!required && { optional: t('app.optional') })}
        error={missing ? t('reason.missing') : undefined}
        value={text}
        rows={3}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
