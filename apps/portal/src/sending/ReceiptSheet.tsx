import { Code } from '@sila/ui/Bdi'
import { Button, ButtonLink } from '@sila/ui/Button'
import { formatDate } from '@sila/ui/format'
import { ArrowForwardIcon, CheckCircleIcon, HandHeartIcon, PrinterIcon, TrashIcon } from '@sila/ui/icons'
import { Receipt } from '@sila/ui/Receipt'
import { useAssociation } from '../app/association.ts'
import { CopyButton } from '../app/CopyButton.tsx'
import { wordOf } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { FilesUnderWay } from '../files/FilesUnderWay.tsx'
import { dropAll } from '../files/queue.ts'
import { forgetReceipt } from './outbox.ts'
import type { KeptReceipt } from './work.ts'
import styles from './Receipt.module.css'

/** The receipt on the screen, and on a sheet of A5. */
export function ReceiptSheet({ receipt, onForget }: { receipt: KeptReceipt; onForget: () => void }) {
  const association = useAssociation()
  const path = `${pathOf(language(), 'track', receipt)}#${receipt.secret}`
  const link = new URL(path, location.origin).href
  const promised = receipt.promisedAt
    ? formatDate(receipt.promisedAt, language(), { length: 'full' })
    : undefined
  const forgetAll = async () => {
    await dropAll(receipt.clientMutationId)
    await forgetReceipt()
  }
  const next = receipt.about.type === 'interaction' ? receipt.about.kind : 'REQUEST'
  return (
    <div className="page">
      <header data-print="hide">
        <CheckCircleIcon size={40} className={styles.done} />
        <h1 tabIndex={-1}>{t('receipt.title')}</h1>
        <p className="lead">{t('receipt.lead')}</p>
      </header>
      <Receipt
        logo={
          <span className={styles.logo}>
            <HandHeartIcon size={28} />
            <strong>{association?.name ? <bdi>{association.name}</bdi> : t('brand')}</strong>
          </span>
        }
        title={t('find.reference')}
        reference={receipt.reference}
        link={link}
        qrLabel={t('receipt.qr')}
        facts={[
          { key: 'secret', name: t('find.secret'), value: <Code>{receipt.secret}</Code> },
          ...(receipt.about.type === 'interaction'
            ? [{ key: 'kind', name: t('receipt.kind'), value: wordOf('interactionKind', receipt.about.kind) }]
            : []),
          { key: 'received', name: t('receipt.received'), value: formatDate(receipt.receivedAt, language()) },
          ...(promised ? [{ key: 'promised', name: t('receipt.promised'), value: promised }] : []),
        ]}
      >
        <p>{t('receipt.paper')}</p>
        {language() !== 'ar' && (
          <p lang="ar" dir="rtl">
            {t('receipt.paper.ar')}
          </p>
        )}
      </Receipt>
      <div className={styles.acts} data-print="hide">
        <ButtonLink href={path} variant="primary" size="large" block iconEnd={<ArrowForwardIcon />}>
          {t('receipt.follow')}
        </ButtonLink>
        <div className="row">
          <CopyButton text={link} label={t('receipt.copy')} done={t('receipt.copied')} />
          <Button icon={<PrinterIcon />} onClick={() => print()}>
            {t('receipt.print')}
          </Button>
        </div>
      </div>
      <div data-print="hide">
        <FilesUnderWay of={receipt.clientMutationId} />
      </div>
      <section className="card tinted" data-print="hide" aria-labelledby="next">
        <h2 id="next">{t('receipt.next')}</h2>
        <ol className={styles.next}>
          <li>{t(`receipt.next.${next}`)}</li>
          <li>{promised ? t('receipt.next.promise', { date: promised }) : t('receipt.next.thanks')}</li>
          <li>{t('receipt.next.track')}</li>
        </ol>
        <p className="meta">{t('receipt.shared')}</p>
        <div>
          <Button variant="ghost" icon={<TrashIcon />} onClick={() => void forgetAll().then(onForget)}>
            {t('receipt.forget')}
          </Button>
        </div>
      </section>
    </div>
  )
}
