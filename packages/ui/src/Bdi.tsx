import type { ReactNode } from 'react'
import clsx from 'clsx'
import styles from './Bdi.module.css'

/** A name or any text from elsewhere: its direction stays its own and does not disturb the line. */
export function Bdi({
  lang,
  className,
  children,
}: {
  lang?: string
  className?: string
  children: ReactNode
}) {
  return (
    <bdi lang={lang} className={className}>
      {children}
    </bdi>
  )
}

/** References, phones, identity numbers: always left to right, never broken over two lines. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <bdi dir="ltr" className={clsx(styles.code, className)}>
      {children}
    </bdi>
  )
}
