import { useQuery } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { EmptyState } from '@sila/ui/EmptyState'
import { lazy, Suspense, useEffect } from 'react'
import { MeDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { sessionEnded } from '../session/ended.ts'
import { SessionProvider } from '../session/Session.tsx'
import { RouteWaiting } from './RouteWaiting.tsx'
import { Shell } from './Shell.tsx'

const EnrolPage = lazy(async () => ({ default: (await import('../session/EnrolPage.tsx')).EnrolPage }))
const SignInPage = lazy(async () => ({ default: (await import('../session/SignInPage.tsx')).SignInPage }))

/** The door: nobody sees a room before the server has said who they are. */
export function Gate() {
  const { t, language } = useT()
  const { data, error, refetch } = useQuery(MeDocument, {
    variables: { language },
    fetchPolicy: 'cache-and-network',
  })
  useEffect(
    () =>
      sessionEnded.subscribe(() => {
        // The server has the last word: a role may have changed, and the session may still stand.
        void refetch()
      }),
    [refetch],
  )

  if (data?.me) {
    return (
      <SessionProvider me={data.me} association={data.association}>
        <Shell />
      </SessionProvider>
    )
  }
  if (data) {
    return (
      <Suspense fallback={<RouteWaiting />}>
        {data.mustEnrol ? (
          <EnrolPage association={data.association.name} onDone={() => void refetch()} />
        ) : (
          <SignInPage association={data.association.name} onSignedIn={() => void refetch()} />
        )}
      </Suspense>
    )
  }
  if (error) {
    return (
      <main className="page">
        <EmptyState
          heading
          text={t('app.noServer')}
          action={<Button onClick={() => void refetch()}>{t('app.retry')}</Button>}
        />
      </main>
    )
  }
  return <RouteWaiting />
}
