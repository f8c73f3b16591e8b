import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'
import tones from './tone.module.css'
import styles from './State.module.css'

export interface ProgressBarProps {
  /** 0 to 1: the share that is used up, or done. */
  value: number
  tone?: Tone
  label: string
  /** The same in words, said by screen readers and shown at the end: "42 min left". */
  valueText: string
  /** A second line under the bar. */
  children?: ReactNode
  /** Leaves out the words above the bar (they stay for screen readers). */
  bare?: boolean
}

/** A promise running down, or the way through a form. It fills in the direction of reading. */
export function ProgressBar({ value, tone = 'ok', label, valueText, children, bare }: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, value))
  return (
    <div className={clsx(styles.progress, tones[tone])}>
      {!bare && (
        <div className={styles.progressWords} aria-hidden="true">
          <span>{label}</span>
          <strong>{valueText}</strong>
        </div>
      )}
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={valueText}
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {children && <div className={styles.progressFoot}>{children}</div>}
    </div>
  )
}
