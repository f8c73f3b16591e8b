import type { ReactNode } from 'react'
import { ArrowUpIcon } from './icons.tsx'
import styles from './State.module.css'

/** "2 new" above a list: the list itself never moves under the pointer. */
export function Pill({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.pill} onClick={onClick}>
      <ArrowUpIcon size={16} />
      {children}
    </button>
  )
}
