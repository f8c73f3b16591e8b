import type { ReactNode } from 'react'
import styles from './PageHead.module.css'

type Props = { title: ReactNode; text?: ReactNode; children?: ReactNode }

/** The head of a room: its name, a line about it, what can be done there. */
export function PageHead({ title, text, children }: Props) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {text !== undefined && <p className={styles.text}>{text}</p>}
      </div>
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </header>
  )
}
