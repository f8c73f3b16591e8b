import type { ButtonHTMLAttributes, ReactNode } from 'react'
import clsx from 'clsx'
import { look } from './Button.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './Button.module.css'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Spoken name and hover text. */
  label: string
  icon: ReactNode
  variant?: 'secondary' | 'ghost' | 'primary'
  size?: 'small' | 'medium'
  /** For a button that stays down (filter on, note mode). */
  pressed?: boolean
  /** A small count at the corner, already formatted. */
  count?: string
}

/** A square button that holds one icon; its label is always there for screen readers. */
export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size,
  pressed,
  count,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={count ? undefined : label}
      aria-pressed={pressed}
      className={clsx(look({ variant, size }), styles.iconOnly, className)}
    >
      {icon}
      {count && (
        <>
          <VisuallyHidden>{label} </VisuallyHidden>
          <span className={styles.dot}>{count}</span>
        </>
      )}
    </button>
  )
}
