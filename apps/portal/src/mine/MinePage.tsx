import { Button, ButtonLink } from '@sila/ui/Button'
import { CheckCircleIcon, RefreshIcon } from '@sila/ui/icons'
import { Skeleton } from '@sila/ui/Skeleton'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { MyRecord } from './MyRecord.tsx'
import { Prove } from './Prove.tsx'
import { useMine } from './use-mine.ts'

/** Everything that a person brought, and everything that is held about them, behind a code that came to their phone. */
export function Page() {
  const mine = useMine()
  switch (mine.state.state) {
    case 'loading':
      return (
        <div className="page">
          <h1 tabIndex={-1}>{t('mine.title')}</h1>
          <Skeleton rows={4} label={t('loading')} />
        </div>
      )
    case 'known':
      return <MyRecord {...mine.state} reload={mine.load} leave={mine.leave} />
    case 'nobody':
      return <Prove onProven={mine.load} />
    case 'left':
      return <Left />
    case 'unreachable':
      return (
        <div className="page">
          <header>
            <h1 tabIndex={-1}>{t('mine.title')}</h1>
            <p className="lead">{t('mine.unsent')}</p>
          </header>
          <div className="row">
            <Button variant="primary" icon={<RefreshIcon />} onClick={() => void mine.load()}>
              {t('retry')}
            </Button>
          </div>
        </div>
      )
  }
}

function Left() {
  return (
    <div className="page">
      <header role="status">
        <CheckCircleIcon size={40} />
        <h1 tabIndex={-1}>{t('mine.left')}</h1>
        <p className="lead">{t('mine.left.more')}</p>
      </header>
      <div className="row">
        <ButtonLink variant="primary" href={pathOf(language(), 'home')}>
          {t('to.home')}
        </ButtonLink>
      </div>
    </div>
  )
}

export function title(): string {
  return t('mine.title')
}
