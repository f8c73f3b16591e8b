import type { ApolloServerPlugin } from '@apollo/server'
import { onlyReads } from '../api-keys/door.ts'
import type { Context } from '../context.ts'
import { charge } from './cost.ts'
import type { Cost } from './cost.ts'
import type { FieldGuard } from '../policies/check.ts'

/**
 * What stands between an operation over HTTP and its running, in this order: a key reads, the table of policies, the
 * cost. What our builds registered costs staff and guests nothing; every other answer tells its cost.
 */
export function admission(
  guard: FieldGuard,
  isRegistered: (text: string) => boolean,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let cost: Cost | undefined
      return {
        async didResolveOperation({ schema, document, request, operationName, contextValue }) {
          const { actor, house } = contextValue
          onlyReads(document, actor, house)
          guard(document, actor)
          const byKey = actor.type === 'STAFF' && actor.key
          if (!byKey && request.query && isRegistered(request.query)) return
          const variables = request.variables ?? {}
          cost = await charge(contextValue, { schema, document, variables, operationName })
        },
        async willSendResponse({ response }) {
          if (!cost || response.body.kind !== 'single') return
          const { singleResult } = response.body
          singleResult.extensions = { ...singleResult.extensions, cost }
        },
      }
    },
  }
}
