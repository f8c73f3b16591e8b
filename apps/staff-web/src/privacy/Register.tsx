import { useMutation, useQuery } from '@apollo/client/react'
import { Code } from '@sila/ui/Bdi'
import { Table } from '@sila/ui/Table'
import {
  ExportRegisterDocument,
  PrivacyRegisterDocument,
  type PrivacyRegisterQuery,
} from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { ExportButton } from '../shared/ExportButton.tsx'
import { PageState } from '../shared/PageState.tsx'
import { termOf } from './term.ts'
import styles from './Privacy.module.css'

type Line = PrivacyRegisterQuery['processingRegister'][number]

/** The register of processing, table by table, made of the tags of the model. */
export function Register() {
  const { t } = useT()
  const { data, error, refetch } = useQuery(PrivacyRegisterDocument)
  const [exportRegister] = useMutation(ExportRegisterDocument)
  if (!data) return <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={10} />
  const tables = [...Map.groupBy(data.processingRegister, ({ table }) => table)]
  return (
    <>
      <p className={styles.acts}>
        <ExportButton
          label={t('privacy.registerCsv')}
          make={async (clientMutationId) =>
            (await exportRegister({ variables: { input: { clientMutationId } } })).data?.outcome
          }
        />
      </p>
      {tables.map(([table, lines]) => (
        <section key={table} className={styles.table}>
          <h2 className={styles.heading}>
            <Code>{table}</Code>
            <span className={styles.meta}>{t(`privacy.subject.${lines[0]?.subject ?? 'BENEFICIARY'}`)}</span>
          </h2>
          <Table<Line>
            caption={t('privacy.registerOf', { table })}
            rows={lines}
            rowKey={({ column }) => column}
            columns={[
              {
                key: 'column',
                head: t('privacy.column'),
                width: '22%',
                cell: ({ column }) => <Code>{column}</Code>,
              },
              {
                key: 'class',
                head: t('privacy.class'),
                width: '16%',
                cell: (line) => t(`privacy.class.${line.class}`),
              },
              {
                key: 'purpose',
                head: t('privacy.purpose'),
                width: '22%',
                cell: ({ purpose }) => t(`privacy.purpose.${purpose}`),
              },
              {
                key: 'months',
                head: t('privacy.kept'),
                width: '12%',
                cell: ({ months }) => termOf(t, months),
              },
              {
                key: 'copy',
                head: t('privacy.inCopy'),
                width: '10%',
                cell: ({ exportable }) => t(exportable ? 'app.yes' : 'app.no'),
              },
              {
                key: 'erasure',
                head: t('privacy.onErasure'),
                cell: ({ erasure }) => t(`privacy.effect.${erasure}`),
              },
            ]}
          />
        </section>
      ))}
    </>
  )
}
