import type { ReactNode } from 'react'
import styles from './State.module.css'

/** One line and at most one act; no picture. */
export function EmptyState({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {action}
    </div>
  )
}
