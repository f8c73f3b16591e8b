import type { ReactNode } from 'react'
import clsx from 'clsx'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons.tsx'
import styles from './Overlay.module.css'

export interface DialogProps {
  title: ReactNode
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  closeLabel: string
  children: ReactNode
  /** The acts, main one last; they stand at the end of the line. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** `alertdialog` for a question that must be answered: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog'
}

/** A window over the page: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ size = 'medium', role = 'dialog', isOpen, onOpenChange, ...rest }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
    >
      <Modal className={clsx(styles.modal, styles[size])}>
        <Framed {...rest} role={role} onClose={() => onOpenChange(false)} />
      </Modal>
    </ModalOverlay>
  )
}

export interface SheetProps extends Omit<DialogProps, 'size' | 'role'> {
  /** `end` is where reading ends: left in Arabic. */
  side?: 'start' | 'end' | 'bottom'
}

/** The same from the edge of the screen. */
export function Sheet({ side = 'end', isOpen, onOpenChange, ...rest }: SheetProps) {
  return (
    <ModalOverlay className={styles.scrim} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={clsx(styles.sheet, styles[side])}>
        <Framed {...rest} role="dialog" onClose={() => onOpenChange(false)} />
      </Modal>
    </ModalOverlay>
  )
}

interface FramedProps extends Pick<DialogProps, 'title' | 'closeLabel' | 'children' | 'footer' | 'role'> {
  onClose: () => void
}

function Framed({ title, closeLabel, children, footer, role, onClose }: FramedProps) {
  return (
    <AriaDialog role={role} className={styles.dialog}>
      <header className={styles.head}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <IconButton label={closeLabel} icon={<CloseIcon />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </AriaDialog>
  )
}
