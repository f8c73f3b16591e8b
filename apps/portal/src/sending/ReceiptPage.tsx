import { ButtonLink } from '@sila/ui/Button'
import { Skeleton } from '@sila/ui/Skeleton'
import { useEffect, useState } from 'react'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { lastReceipt } from './outbox.ts'
import { ReceiptSheet } from './ReceiptSheet.tsx'
import type { KeptReceipt } from './work.ts'

/** What a person takes home: the reference, its secret, the promised date, and the way back. */
export function Page() {
  const [receipt, setReceipt] = useState<KeptReceipt | 'none'>()
  useEffect(() => {
    void lastReceipt().then((kept) => setReceipt(kept ?? 'none'))
  }, [])
  if (receipt === undefined) {
    return (
      <div className="page">
        <h1 tabIndex={-1}>{t('receipt.title')}</h1>
        <Skeleton rows={3} label={t('loading')} />
      </div>
    )
  }
  return receipt === 'none' ? (
    <Nothing />
  ) : (
    <ReceiptSheet receipt={receipt} onForget={() => setReceipt('none')} />
  )
}

function Nothing() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('receipt.none')}</h1>
        <p className="lead">{t('receipt.none.more')}</p>
      </header>
      <div className="row">
        <ButtonLink variant="primary" href={pathOf(language(), 'find')}>
          {t('nav.track')}
        </ButtonLink>
        <ButtonLink href={pathOf(language(), 'ask')}>{t('card.ask')}</ButtonLink>
      </div>
    </div>
  )
}

export function title(): string {
  return t('receipt.title')
}
