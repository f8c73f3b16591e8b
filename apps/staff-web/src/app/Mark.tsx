import { HandHeartIcon } from '@sila/ui/icons'
import styles from './Mark.module.css'

/** The sign of the product. */
export function Mark() {
  return (
    <span className={styles.mark}>
      <HandHeartIcon size={20} />
    </span>
  )
}
