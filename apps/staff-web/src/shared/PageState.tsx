import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { Skeleton } from '@sila/ui/Skeleton'
import { useT } from '../i18n/useT.ts'

type Props = { failed: boolean; onRetry: () => void; rows?: number }

/** A room that has nothing to show yet: rows to come, or what went wrong and a way on. */
export function PageState({ failed, onRetry, rows = 6 }: Props) {
  const { t } = useT()
  if (!failed) return <Skeleton rows={rows} label={t('app.loading')} />
  return <EmptyState text={t('app.failed')} action={<Button onClick={onRetry}>{t('app.retry')}</Button>} />
}
