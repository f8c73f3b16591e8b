import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { ErrorSummary } from '@sila/ui/ErrorSummary'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../i18n/useT.ts'
import styles from './ActDialog.module.css'

type Props = {
  title: string
  confirm: string
  danger?: boolean
  busy: boolean
  disabled?: boolean
  /** With what the ids of its fields begin: then each problem leads to its own. */
  form?: string
  problems: readonly { message: string; field?: string | null }[]
  onClose: () => void
  onConfirm: () => void
  children: ReactNode
}

/** Asks what an act needs, and tells what is to be put right. */
export function ActDialog(props: Props) {
  const { t } = useT()
  const { title, confirm, danger, busy, disabled, form, problems, onClose, onConfirm, children } = props
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={title}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={disabled ?? false}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div
        role="presentation"
        className={styles.form}
        onKeyDown={(event) => {
          if (isEnterInLine(event) && !disabled && !busy) onConfirm()
        }}
      >
        {problems.length > 0 && (
          <ErrorSummary
            title={t('app.problems')}
            errors={problems.map(({ message, field }) => ({
              text: message,
              ...(form && field && { href: `#${form}-${field}` }),
            }))}
          />
        )}
        {children}
      </div>
    </Dialog>
  )
}

// In a line of text Enter is done with it; a choice, or a list that finds names, has a use of its own for the key.
function isEnterInLine({ key, target, nativeEvent }: KeyboardEvent): boolean {
  return (
    key === 'Enter' &&
    !nativeEvent.isComposing &&
    target instanceof HTMLInputElement &&
    ['text', 'number', 'password'].includes(target.type) &&
    target.getAttribute('role') !== 'combobox'
  )
}
