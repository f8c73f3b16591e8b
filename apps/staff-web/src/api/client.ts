import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { HttpLink } from '@apollo/client/link/http'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { i18n } from '@lingui/core'
import { sessionEnded } from '../session/ended.ts'
import { persistedOperation } from './persisted.ts'
import { SocketLink } from './socket.ts'

/** The one client of the app: HTTP for questions and acts, one WebSocket for everything live. */
export function createClient(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([watchSession(), persistedOperation(), transport()]),
    cache: createCache(),
  })
}

/** The cache keeps one copy of every object, so a row that a feed sends changes wherever it is shown. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Presence: { keyFields: false },
      Me: { keyFields: false, merge: true },
      Role: { keyFields: ['key'] },
      Query: {
        fields: {
          interaction: {
            read: (existing, { args, toReference }) =>
              existing ?? toReference({ __typename: 'Interaction', id: String(args?.['id']) }),
          },
        },
      },
    },
  })
}

function transport(): ApolloLink {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    includeUnusedVariables: true,
    headers: { 'apollo-require-preflight': '1' },
  })
  const language = new ApolloLink((operation, forward) => {
    operation.setContext((previous) => ({
      ...previous,
      headers: { ...previous.headers, 'accept-language': i18n.locale },
    }))
    return forward(operation)
  })
  return ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new SocketLink(),
    ApolloLink.from([language, http]),
  )
}

/** A cookie that has run out shows the sign-in over the screen; nothing that was typed is lost. */
function watchSession(): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return
    if (error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED'))
      sessionEnded.announce()
  })
}
