import type { MouseEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import styles from './State.module.css'

export interface SummaryError {
  /** The field, as "#id"; without it the line is plain text. */
  href?: string
  text: ReactNode
}

export interface ErrorSummaryProps {
  title: ReactNode
  errors: readonly SummaryError[]
  children?: ReactNode
}

/** All that has to be put right, above the form, each linked to its field. It takes the focus when it appears. */
export function ErrorSummary({ title, errors, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>
            {error.href ? (
              <a href={error.href} onClick={focusTarget}>
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** Goes to the field itself: a link alone would only scroll there, and would change the address. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  event.preventDefault()
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
