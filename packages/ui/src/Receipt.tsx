import type { ReactNode } from 'react'
import clsx from 'clsx'
import { Code } from './Bdi.tsx'
import { Qr } from './Qr.tsx'
import { pageNonce } from './trusted.ts'
import styles from './Receipt.module.css'

export interface ReceiptProps {
  /** `ticket` is the 80 mm roll of a reception desk. */
  size?: 'a5' | 'ticket'
  logo: ReactNode
  title: ReactNode
  reference: string
  /** The tracking link in the QR code. */
  link: string
  qrLabel: string
  /** Secret, promised date, kind… */
  facts: readonly { key: string; name: ReactNode; value: ReactNode }[]
  /** The same short text in the person's language and in Arabic, each with its own `lang`. */
  children?: ReactNode
  /** On screen it is a sheet of paper; with `printOnly` it exists on paper only. */
  printOnly?: boolean
}

/** What a person takes home: reference, QR code, promise. On paper nothing else of the page is printed. */
export function Receipt({
  size = 'a5',
  logo,
  title,
  reference,
  link,
  qrLabel,
  facts,
  children,
  printOnly,
}: ReceiptProps) {
  return (
    <article
      className={clsx(styles.receipt, styles[size], printOnly && styles.printOnly)}
      data-receipt={size}
    >
      <style
        nonce={pageNonce()}
      >{`@media print { @page { size: ${size === 'a5' ? 'A5' : '80mm 160mm'}; margin: ${size === 'a5' ? '12mm' : '4mm'}; } }`}</style>
      <header className={styles.head}>{logo}</header>
      <p className={styles.title}>{title}</p>
      <p className={styles.reference}>
        <Code>{reference}</Code>
      </p>
      <div className={styles.qr}>
        <Qr text={link} label={qrLabel} size={size === 'a5' ? 150 : 132} />
      </div>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.text}>{children}</div>
    </article>
  )
}
