import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface TabBarProps {
  label: string
  items: readonly { id: string; label: ReactNode; count?: string }[]
  selected: string
  onSelect: (id: string) => void
}

/** The look of tabs over one list that is only filtered (Mine, Unassigned, All): buttons, one of them pressed. */
export function TabBar({ label, items, selected, onSelect }: TabBarProps) {
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          aria-pressed={item.id === selected}
          className={styles.tab}
          data-selected={item.id === selected || undefined}
          onClick={() => onSelect(item.id)}
        >
          {item.label}
          {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
        </button>
      ))}
    </div>
  )
}
