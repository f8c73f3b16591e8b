import { ButtonLink } from '@sila/ui/Button'
import { FindForm } from '../app/FindForm.tsx'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
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
      <section className="card tinted">
        <p>{t('mine.lead')}</p>
        <div>
          <ButtonLink href={pathOf(language(), 'mine')}>{t('nav.mine')}</ButtonLink>
        </div>
      </section>
    </div>
  )
}

export function title(): string {
  return t('track.box.title')
}
