import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { SetContextLink } from '@apollo/client/link/context'
import { hashOf } from './operation.ts'
import { language } from './language.ts'

// The API answers registered operations only, so the hash travels and the text stays here.
const registered = new ApolloLink((operation, forward) => {
  if (import.meta.env.DEV) return forward(operation)
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash: hashOf(operation.query) }
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } })
  return forward(operation)
})

const headers = new SetContextLink((previous) => ({
  headers: {
    ...previous['headers'],
    'accept-language': language(),
    'apollo-require-preflight': '1',
    // Whoever asks here asks for themselves, also where a colleague is signed in on the same machine.
    'apollographql-client-name': 'portal',
  },
}))

/** The API as the pages behind the first one see it. */
export const client = new ApolloClient({
  link: ApolloLink.from([registered, headers, new HttpLink({ uri: '/graphql' })]),
  cache: new InMemoryCache({ typePolicies: { Tracked: { keyFields: ['reference'] } } }),
})
