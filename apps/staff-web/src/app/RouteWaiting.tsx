import { Skeleton } from '@sila/ui/Skeleton'
import { useT } from '../i18n/useT.ts'

/** Rows to come, while a room is on its way. */
export function RouteWaiting() {
  const { t } = useT()
  return (
    <main className="page">
      <Skeleton rows={6} label={t('app.loading')} />
    </main>
  )
}
