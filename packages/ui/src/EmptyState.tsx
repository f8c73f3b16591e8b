import type { ReactNode } from 'react'
import styles from './State.module.css'

type Props = {
  text: ReactNode
  action?: ReactNode
  /** It is all that the page says: then it is what the page is called, too. */
  heading?: boolean
}

/** One line and at most one act; no picture. */
export function EmptyState({ text, action, heading = false }: Props) {
  const Line = heading ? 'h1' : 'p'
  return (
    <div className={styles.empty}>
      <Line className={styles.line}>{text}</Line>
      {action}
    </div>
  )
}
