import type { ApolloServerPlugin } from '@apollo/server'
import type { Context } from '../context.ts'
import type { FieldGuard } from './check.ts'

/** Asks the table of policies about every operation that comes over HTTP. */
export function fieldPolicies(guard: FieldGuard): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          guard(document, contextValue.actor)
        },
      }
    },
  }
}
