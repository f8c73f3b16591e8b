import type { ReactNode } from 'react'
import clsx from 'clsx'
import styles from './Avatar.module.css'

export interface AvatarProps {
  name: string
  size?: 24 | 32 | 40 | 56
  /** The channel, as a 17 px badge at the lower end. */
  badge?: ReactNode
  badgeLabel?: string
  online?: boolean
  onlineLabel?: string
}

const tints = ['info', 'rose', 'sand', 'green', 'violet'] as const

/** The first letter of a name on a tint that stays the same for that name. */
export function Avatar({ name, size = 40, badge, badgeLabel, online, onlineLabel }: AvatarProps) {
  return (
    <span className={styles.avatar} style={{ inlineSize: size, blockSize: size, fontSize: size * 0.42 }}>
      <span aria-hidden="true" className={clsx(styles.letter, styles[tintOf(name)])}>
        {initialOf(name)}
      </span>
      {badge && (
        <span
          className={styles.badge}
          role={badgeLabel ? 'img' : undefined}
          aria-label={badgeLabel}
          title={badgeLabel}
        >
          {badge}
        </span>
      )}
      {online && <span className={styles.online} role="img" aria-label={onlineLabel} />}
    </span>
  )
}

/** The first letter as the script writes it: a Bengali vowel sign stays with its consonant. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? '?'
}

function tintOf(name: string): (typeof tints)[number] {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? 'info'
}
