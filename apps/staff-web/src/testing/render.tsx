import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { render } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { createCache } from '../api/client.ts'
import type { MeQuery } from '../generated/graphql.ts'
import { activateLanguage, type AppLanguage } from '../i18n/i18n.ts'
import { SessionProvider } from '../session/Session.tsx'

/** Answers an operation by its name; a function sees the variables. */
export type Answers = Record<string, (variables: Record<string, unknown>) => object | Error>

/** What was asked, in order. */
export type Asked = { name: string; variables: Record<string, unknown> }

const salem: NonNullable<MeQuery['me']> = {
  __typename: 'Me',
  masked: false,
  permissions: [
    'interaction.read',
    'interaction.answer',
    'interaction.assign',
    'interaction.record',
    'report.read',
  ],
  staff: {
    __typename: 'StaffMember',
    id: 'salem',
    name: 'سالم',
    email: 'salem@sila.example',
    role: 'OFFICER',
    languages: ['ar', 'bn'],
    availability: 'AVAILABLE',
    team: null,
  },
}
const association = { __typename: 'Association' as const, name: 'Badr', languages: ['ar', 'en'] }

/** Draws a screen for Salem, with a server that answers what the spec says and never answers subscriptions. */
export async function renderFor(
  screen: ReactNode,
  answers: Answers,
  { language = 'en', path = '/' }: { language?: AppLanguage; path?: string } = {},
) {
  await activateLanguage(language)
  const asked: Asked[] = []
  const link = new ApolloLink((operation) => {
    if (operation.operationType === 'subscription') return new Observable(() => undefined)
    const name = operation.operationName ?? ''
    asked.push({ name, variables: operation.variables })
    return new Observable((observer) => {
      const answer = answers[name]?.(operation.variables) ?? new Error(`The spec has no answer to ${name}`)
      queueMicrotask(() => {
        if (answer instanceof Error) return observer.error(answer)
        observer.next({
          data: { __typename: operation.operationType === 'mutation' ? 'Mutation' : 'Query', ...answer },
        })
        observer.complete()
      })
    })
  })
  const client = new ApolloClient({ link, cache: createCache() })
  const view = render(
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <Place path={path}>
          <SessionProvider me={salem} association={association}>
            {screen}
          </SessionProvider>
        </Place>
      </ApolloProvider>
    </I18nProvider>,
  )
  return { ...view, asked, client }
}

function Place({ path, children }: { path: string; children: ReactNode }) {
  const [router] = useState(() =>
    createMemoryRouter([{ path: '*', element: children }], { initialEntries: [path] }),
  )
  return <RouterProvider router={router} />
}
