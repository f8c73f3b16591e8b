import { GraphQLError } from 'graphql'
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Context } from '../context.ts'
import { charge } from './cost.ts'
import type { Cost } from './cost.ts'

type Asking = Omit<ExecutionArgs, 'contextValue'> & { contextValue: Context }
type Toll = { pay: () => Promise<Cost>; paid: Cost | undefined }

/**
 * The cost of what comes over a live line: paid when it begins, and for each further item that is delivered. What our
 * builds registered costs staff and guests nothing.
 */
export function makeTolls(isRegistered: (text: string) => boolean) {
  const tolls = new WeakMap<object, Toll>()
  return {
    /** @throws TOO_COSTLY or BUDGET_SPENT */
    async begin(args: Asking, text: string): Promise<void> {
      const { actor } = args.contextValue
      if (!(actor.type === 'STAFF' && actor.key) && isRegistered(text)) return
      const { schema, document, operationName } = args
      const variables = { ...args.variableValues }
      const pay = () => charge(args.contextValue, { schema, document, variables, operationName })
      tolls.set(args, { pay, paid: await pay() })
    },
    /** The item with what it cost; where the budget is spent, the refusal in its place. */
    async deliver(args: ExecutionArgs, result: ExecutionResult): Promise<ExecutionResult> {
      const toll = tolls.get(args)
      if (!toll) return result
      try {
        const cost = toll.paid ?? (await toll.pay())
        toll.paid = undefined
        return { ...result, extensions: { ...result.extensions, cost } }
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [error] }
        throw error
      }
    },
  }
}
