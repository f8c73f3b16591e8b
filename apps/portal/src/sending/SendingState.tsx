import { Banner } from '@sila/ui/Banner'
import { OfflineIcon, WarningIcon } from '@sila/ui/icons'
import { t } from '../app/words.ts'
import type { Sending } from './use-sending.ts'

/** What happened to what was sent, what is kept, what comes next. */
export function SendingState({ state }: { state: Sending }) {
  return (
    <>
      {state === 'waiting' && (
        <Banner tone="warn" icon={<OfflineIcon />}>
          {t('send.waiting')}
        </Banner>
      )}
      {state === 'failed' && (
        <Banner tone="danger" icon={<WarningIcon />}>
          {t('send.failed')}
        </Banner>
      )}
    </>
  )
}
