import { mineWord } from '@sila/domain/code'
import { Button, ButtonLink } from '@sila/ui/Button'
import { RefreshIcon } from '@sila/ui/icons'
import { Skeleton } from '@sila/ui/Skeleton'
import { useEffect, useState } from 'react'
import { FindForm } from '../app/FindForm.tsx'
import { forgetDevice } from '../app/forget-device.ts'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import type { Params } from '../app/routes.ts'
import { useIdle } from '../app/use-idle.ts'
import { t } from '../app/words.ts'
import { Matter } from './Matter.tsx'
import { useTracked } from './use-tracked.ts'
import type { Key } from './use-tracked.ts'

/** One matter, opened by its reference and the secret in the fragment. */
export function Page({ reference = '' }: Params) {
  const [secret, setSecret] = useState<string>()
  useEffect(() => {
    const read = () => setSecret(decodeURIComponent(location.hash.slice(1)))
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  if (secret === undefined) return <Loading />
  return secret ? <Tracked reference={reference} secret={secret} /> : <NoSecret reference={reference} />
}

function Tracked(key: Key) {
  const { state, retry, put } = useTracked(key)
  const own = key.secret === mineWord
  const [left, setLeft] = useState(false)
  // Whoever walks away from their own matter has left, as from their own page.
  useIdle(own && !left, () => {
    setLeft(true)
    void forgetDevice()
  })
  if (left) return <Ended />
  if (state.state === 'known') return <Matter {...state} secret={key.secret} onChange={put} />
  if (state.state === 'loading') return <Loading />
  if (state.state === 'unknown' && own) return <Ended />
  if (state.state === 'unknown') return <Unknown reference={key.reference} />
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t(`track.${state.state}`)}</h1>
        <p className="lead">{t(`track.${state.state}.more`)}</p>
      </header>
      <div className="row">
        <Button variant="primary" icon={<RefreshIcon />} onClick={retry}>
          {t('retry')}
        </Button>
      </div>
    </div>
  )
}

function Loading() {
  return (
    <div className="page">
      <h1 tabIndex={-1}>{t('track.loading')}</h1>
      <Skeleton rows={4} label={t('loading')} />
    </div>
  )
}

// One answer for a reference that does not exist and for a secret that does not fit: neither is given away.
function Unknown({ reference }: { reference: string }) {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('track.unknown')}</h1>
        <p className="lead">{t('track.unknown.more')}</p>
      </header>
      <FindForm reference={reference} />
      <section className="card tinted">
        <p>{t('track.unknown.ask')}</p>
        <div>
          <ButtonLink href={pathOf(language(), 'ask')}>{t('card.ask')}</ButtonLink>
        </div>
      </section>
    </div>
  )
}

// It was opened from one's own page, and the half hour is over.
function Ended() {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('mine.ended')}</h1>
        <p className="lead">{t('mine.ended.more')}</p>
      </header>
      <div className="row">
        <ButtonLink variant="primary" href={pathOf(language(), 'mine')}>
          {t('nav.mine')}
        </ButtonLink>
      </div>
    </div>
  )
}

function NoSecret({ reference }: { reference: string }) {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('track.secret')}</h1>
        <p className="lead">{t('track.secret.more')}</p>
      </header>
      <FindForm reference={reference} />
    </div>
  )
}

export function title({ reference }: Params): string {
  return reference ? `${reference} · ${t('track.box.title')}` : t('track.box.title')
}
