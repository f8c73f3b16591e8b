import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import clsx from 'clsx'
import styles from './Button.module.css'

export interface ButtonLook {
  /** `primary` is the one main act of a screen; `secondary` has a border; `ghost` has nothing until pointed at. */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: ReactNode
  iconEnd?: ReactNode
  block?: boolean
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows that work is under way; clicks are ignored, focus stays. */
  busy?: boolean
}

/** A native button, 44 px in the portal and 34 px for staff. `type` is "button" unless told. */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  block,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy}
      className={clsx(look({ variant, size, block }), className)}
    >
      {busy ? <span className={styles.busy} /> : icon}
      {children !== undefined && <span className={styles.text}>{children}</span>}
      {iconEnd}
    </button>
  )
}

export interface ButtonLinkProps extends ButtonLook, AnchorHTMLAttributes<HTMLAnchorElement> {}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({
  variant,
  size,
  icon,
  iconEnd,
  block,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={clsx(look({ variant, size, block }), className)}>
      {icon}
      <span className={styles.text}>{children}</span>
      {iconEnd}
    </a>
  )
}

/** The classes of a button, for a router's own link part. */
export function look({ variant = 'secondary', size = 'medium', block }: ButtonLook): string {
  return clsx(styles.button, styles[variant], styles[size], block && styles.block)
}
