import { useQuery } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { AddIcon } from '@sila/ui/icons'
import { useState } from 'react'
import { ApiKeysDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import { EndKeyDialog } from './EndKeyDialog.tsx'
import { KeyTable } from './KeyTable.tsx'

/** By which programs read: one's own keys, and those of the house for whoever keeps them. */
export function ApiKeysPage() {
  const { t } = useT()
  const { data, error, refetch } = useQuery(ApiKeysDocument, { fetchPolicy: 'cache-and-network' })
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<string>()
  const chosen = data?.apiKeys.find(({ id }) => id === ending)
  const create = (
    <Button variant="primary" icon={<AddIcon size={18} />} onClick={() => setMaking(true)}>
      {t('apiKeys.create')}
    </Button>
  )
  return (
    <div className="page">
      <PageHead title={t('nav.apiKeys')} text={t('apiKeys.about')}>
        {create}
      </PageHead>
      {!data ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={4} />
      ) : data.apiKeys.length === 0 ? (
        <EmptyState text={t('apiKeys.empty')} />
      ) : (
        <KeyTable keys={data.apiKeys} onEnd={setEnding} />
      )}
      {making && <KeyDialog onClose={() => setMaking(false)} onMade={() => void refetch()} />}
      {chosen && <EndKeyDialog apiKey={chosen} onClose={() => setEnding(undefined)} />}
    </div>
  )
}
