import clsx from 'clsx'
import styles from './State.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SkeletonProps {
  /** How many rows are expected. */
  rows?: number
  /** Lines in each row. */
  lines?: number
  avatar?: boolean
  /** Said to screen readers while it lasts. */
  label?: string
}

/** The shape of the rows to come. It shows itself only after 150 ms, so that quick answers never flicker. */
export function Skeleton({ rows = 1, lines = 2, avatar, label }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          {avatar && <span className={clsx(styles.bone, styles.round)} />}
          <span className={styles.lines}>
            {Array.from({ length: lines }, (_, line) => (
              <span key={line} className={styles.bone} data-length={(row + line) % 3} />
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}
