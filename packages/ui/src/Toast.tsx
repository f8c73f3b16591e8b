import { useEffect, useState, useSyncExternalStore } from 'react'
import clsx from 'clsx'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { CheckCircleIcon, CloseIcon, ErrorIcon, WarningIcon } from './icons.tsx'
import { closeToast, toastStore, type ShownToast } from './toasts.ts'
import tones from './tone.module.css'
import styles from './Toast.module.css'

export { closeToast, showToast, type ToastMessage } from './toasts.ts'

/** Where toasts appear: once in an app, at its end. They wait while the pointer or the focus is on them. */
export function ToastRegion({ label }: { label: string }) {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.now, toastStore.now)
  const [held, setHeld] = useState(false)
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className={styles.region}
      data-print="hide"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  )
}

function Toast({ toast, held }: { toast: ShownToast; held: boolean }) {
  const { id, text, tone = 'ok', undo, closeLabel, seconds = undo ? 10 : 5 } = toast
  const Sign = tone === 'danger' ? ErrorIcon : tone === 'warn' ? WarningIcon : CheckCircleIcon
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => closeToast(id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [held, id, seconds])
  return (
    <div className={clsx(styles.toast, tones[tone])}>
      <Sign />
      <div className={styles.text}>{text}</div>
      {undo && (
        <Button
          size="small"
          onClick={() => {
            undo.act()
            closeToast(id)
          }}
        >
          {undo.label}
        </Button>
      )}
      <IconButton
        size="small"
        label={closeLabel}
        icon={<CloseIcon size={18} />}
        onClick={() => closeToast(id)}
      />
    </div>
  )
}
