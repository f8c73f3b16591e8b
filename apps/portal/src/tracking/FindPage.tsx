import { FindForm } from '../app/FindForm.tsx'
import { t } from '../app/words.ts'

/** Where somebody who holds a slip of paper begins. */
export function Page() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('track.box.title')}</h1>
        <p className="lead">{t('track.box.lead')}</p>
      </header>
      <FindForm />
    </div>
  )
}

export function title(): string {
  return t('track.box.title')
}
