import { ApolloProvider } from '@apollo/client/react'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Provider as PartsProvider } from '@sila/ui/Provider'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { createClient } from '../api/client.ts'
import { useT } from '../i18n/useT.ts'
import { createRoutes } from './routes.tsx'

/** The whole app: words, data, places. */
export function App() {
  const [client] = useState(createClient)
  return (
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <Places />
      </ApolloProvider>
    </I18nProvider>
  )
}

function Places() {
  const { language } = useT()
  const [router] = useState(createRoutes)
  return (
    <PartsProvider language={language}>
      <RouterProvider router={router} />
    </PartsProvider>
  )
}
