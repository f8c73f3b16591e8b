import type { ApolloServerPlugin } from '@apollo/server'

/** What the GraphQL-over-HTTP specification asks beyond Apollo's defaults. */
export function overHttp(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, request }) {
          // A client that does not name the newer media type is answered 200 with errors inside.
          const accept = request.http?.headers.get('accept') ?? ''
          if (
            !accept.includes('application/graphql-response+json') &&
            response.body.kind === 'single' &&
            response.http.status === 500
          ) {
            response.http.status = 200
          }
        },
      }
    },
  }
}
