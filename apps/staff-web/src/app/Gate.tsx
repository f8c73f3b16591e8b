import { useQuery } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { useEffect } from 'react'
import { MeDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { sessionEnded } from '../session/ended.ts'
import { SessionProvider } from '../session/Session.tsx'
import { SignInPage } from '../session/SignInPage.tsx'
import { RouteWaiting } from './RouteWaiting.tsx'
import { Shell } from './Shell.tsx'

/** The door: nobody sees a room before the server has said who they are. */
export function Gate() {
  const { t, language } = useT()
  const { data, error, refetch, client } = useQuery(MeDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  useEffect(
    () =>
      sessionEnded.subscribe(() => {
        client.cache.modify({ fields: { me: () => null } })
      }),
    [client],
  )

  if (data?.me) {
    return (
      <SessionProvider me={data.me} association={data.association}>
        <Shell />
      </SessionProvider>
    )
  }
  if (data) return <SignInPage association={data.association.name} onSignedIn={() => void refetch()} />
  if (error) {
    return (
      <main className="page">
        <EmptyState text={t('app.noServer')} action={<Button onClick={() => void refetch()}>{t('app.retry')}</Button>} />
      </main>
    )
  }
  return <RouteWaiting />
}
