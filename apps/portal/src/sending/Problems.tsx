import { ErrorSummary } from '@sila/ui/ErrorSummary'
import { t } from '../app/words.ts'

type Listed = { field: string; message: string }

/** Everything that is to be put right, each with a link to its place. A new round takes the focus again. */
export function Problems({ problems, round }: { problems: readonly Listed[]; round: number }) {
  if (problems.length === 0) return null
  return (
    <ErrorSummary
      key={round}
      title={t('problems.title', { count: problems.length })}
      errors={problems.map(({ field, message }) => ({
        href: field ? `#${field}` : undefined,
        text: message,
      }))}
    />
  )
}
