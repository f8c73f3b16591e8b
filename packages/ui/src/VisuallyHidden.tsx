import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** For screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

/** Says what changes inside it, politely, without showing it. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {children}
    </div>
  )
}

/** "To the content": the first thing the Tab key finds on a page. */
export function SkipLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={styles.skip} href={href}>
      {children}
    </a>
  )
}
