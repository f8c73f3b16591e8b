import type { ReactNode } from 'react'
import clsx from 'clsx'
import type { Tone } from './tone.ts'
import tones from './tone.module.css'
import styles from './State.module.css'

export interface BannerProps {
  tone?: Tone
  icon?: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** A line across the page about the page itself: offline, a new version, a changed thread. */
export function Banner({ tone = 'info', icon, action, children }: BannerProps) {
  return (
    <div className={clsx(styles.banner, tones[tone])} role="status">
      {icon}
      <div className={styles.bannerText}>{children}</div>
      {action}
    </div>
  )
}
