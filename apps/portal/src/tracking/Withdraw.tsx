import { nextRequestStatus } from '@sila/domain/request'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { useState } from 'react'
import { t } from '../app/words.ts'
import { TrackedWithdrawDocument } from '../generated/graphql.ts'
import type { RequestStatus } from '../generated/graphql.ts'
import { useAct } from './use-act.ts'
import type { Acting } from './use-act.ts'

/** Taking a request back, asked twice because it cannot be undone. */
export function Withdraw({ status, ...acting }: Acting & { status: RequestStatus }) {
  const act = useAct(TrackedWithdrawDocument, (data) => data.trackedWithdraw, acting)
  const [asked, setAsked] = useState(false)
  if (!nextRequestStatus(status, 'withdraw')) return null
  return (
    <section className="stack">
      {asked ? (
        <>
          <p role="alert">{t('withdraw.sure')}</p>
          <div className="row">
            <Button variant="danger" busy={act.busy} onClick={() => void act.run({})}>
              {t('withdraw.yes')}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('withdraw.no')}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button variant="ghost" onClick={() => setAsked(true)}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      {(act.message ?? act.unsent) && <Banner tone="danger">{act.message ?? t('reply.unsent')}</Banner>}
    </section>
  )
}
