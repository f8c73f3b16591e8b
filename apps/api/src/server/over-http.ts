import type { ApolloServerPlugin } from '@apollo/server'

const newer = 'application/graphql-response+json'

/**
 * What the GraphQL-over-HTTP specification asks beyond Apollo's defaults: whoever does not name the newer media type
 * is answered 200 with the errors inside, because the older one says nothing of the operation by its status.
 */
export function overHttp(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, request }) {
          const accepts = request.http?.headers.get('accept') ?? ''
          const { status } = response.http
          if (
            !accepts.includes(newer) &&
            (status === 400 || status === 500) &&
            response.body.kind === 'single'
          )
            response.http.status = 200
        },
      }
    },
  }
}
