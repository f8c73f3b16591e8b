import type { ReactNode } from 'react'
import clsx from 'clsx'
import type { Tone } from './tone.ts'
import tones from './tone.module.css'
import styles from './State.module.css'

export interface BannerProps {
  tone?: Tone
  icon?: ReactNode
  action?: ReactNode
  /** Stands among other things, in a window or under a heading, instead of across the page. */
  framed?: boolean
  children: ReactNode
}

/** A line across the page about the page itself: offline, a new version, a changed thread; framed it is a note about what stands beside it. */
export function Banner({ tone = 'info', icon, action, framed = false, children }: BannerProps) {
  return (
    <div className={clsx(styles.banner, framed && styles.framed, tones[tone])} role="status">
      {icon}
      <div className={styles.bannerText}>{children}</div>
      {action}
    </div>
  )
}
