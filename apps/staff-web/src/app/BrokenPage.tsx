import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { useT } from '../i18n/useT.ts'

/** When a screen breaks: what happened, what is kept, what to do. */
export function BrokenPage() {
  const { t } = useT()
  return (
    <main className="page">
      <EmptyState
        heading
        text={t('app.broken')}
        action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}
      />
    </main>
  )
}
