import type { ReactNode } from 'react'
import clsx from 'clsx'
import type { Tone } from './tone.ts'
import tones from './tone.module.css'
import styles from './Tag.module.css'

export interface TagProps {
  tone?: Tone
  icon?: ReactNode
  className?: string
  children: ReactNode
}

/** A word about a thing: a kind, a state, a label. */
export function Tag({ tone = 'neutral', icon, className, children }: TagProps) {
  return (
    <span className={clsx(styles.tag, tones[tone], className)}>
      {icon}
      <span>{children}</span>
    </span>
  )
}
