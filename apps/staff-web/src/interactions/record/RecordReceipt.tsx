import { formatDate, formatDateTime } from '@sila/ui/format'
import { Code } from '@sila/ui/Bdi'
import { Receipt } from '@sila/ui/Receipt'
import { Mark } from '../../app/Mark.tsx'
import { useT } from '../../i18n/useT.ts'
import type { Recorded } from './useRecord.ts'
import styles from './Record.module.css'

type Props = { receipt: NonNullable<Recorded['receipt']> }

/** The paper to hand over: reference, secret, promised date, and the code to follow it with. */
export function RecordReceipt({ receipt }: Props) {
  const { t, language } = useT()
  const link = new URL(receipt.trackingPath, window.location.origin).href
  return (
    <div className={styles.receipt}>
      <p className={styles.handOver}>{t('record.handOver')}</p>
      <Receipt
        logo={<Mark />}
        title={t('record.receiptTitle')}
        reference={receipt.reference}
        link={link}
        qrLabel={t('record.qr')}
        facts={[
          { key: 'secret', name: t('record.secret'), value: <Code>{receipt.secret}</Code> },
          {
            key: 'received',
            name: t('record.receivedAt'),
            value: formatDateTime(receipt.receivedAt, language),
          },
          ...(receipt.promisedAt === null
            ? []
            : [
                {
                  key: 'promised',
                  name: t('record.promisedAt'),
                  value: formatDate(receipt.promisedAt, language),
                },
              ]),
        ]}
      />
    </div>
  )
}
