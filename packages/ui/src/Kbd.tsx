import type { ReactNode } from 'react'
import styles from './Bdi.module.css'

/** A key or a chord, as the keyboard prints it. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd dir="ltr" className={styles.kbd}>
      {children}
    </kbd>
  )
}
