import type { ReactNode } from 'react'
import clsx from 'clsx'
import styles from './Card.module.css'

export interface CardProps {
  /** `tint` is the soft green-grey box of the portal, `cream` its band of promises. */
  ground?: 'surface' | 'tint' | 'cream'
  title?: ReactNode
  action?: ReactNode
  className?: string
  children: ReactNode
}

/** A box with a border, and a heading if it has one. */
export function Card({ ground = 'surface', title, action, className, children }: CardProps) {
  return (
    <section className={clsx(styles.card, styles[ground], className)}>
      {(title || action) && (
        <div className={styles.head}>
          {title && <h2>{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </section>
  )
}

/** One figure with what it means: "94 %", "of messages answered within a working day". */
export function Figure({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <p className={styles.value}>{value}</p>
      <p className={styles.label}>{label}</p>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}

/** Facts in two columns: name at the start, value beside it. */
export function Facts({ items }: { items: readonly { key: string; name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
