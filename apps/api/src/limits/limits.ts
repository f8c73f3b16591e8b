import { GraphQLError } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { getComplexity, simpleEstimator } from 'graphql-query-complexity'
import type { ComplexityEstimator } from 'graphql-query-complexity'

/** Longest operation that is parsed, in tokens: four times the longest of ours. */
export const maxTokens = 2500
/** Highest cost of one operation: a full page of the inbox with threads beside it stays far below. */
export const maxCost = 20_000

// A list costs its page size times what each row costs; at least five, so that lists in lists in lists are never cheap.
const pages: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args
  return typeof first === 'number' ? 1 + Math.max(5, first) * Math.max(1, childComplexity) : undefined
}
const estimators = [pages, simpleEstimator({ defaultComplexity: 1 })]

/** What an operation may cost at the most, counted before anything runs. */
export function costOf(
  schema: GraphQLSchema,
  ask: Pick<Parameters<typeof getComplexity>[0], 'query' | 'variables' | 'operationName'>,
): number {
  try {
    return getComplexity({ schema, estimators, ...ask })
  } catch (error) {
    // Wrong variables: it will not run, and the executor tells better what is wrong.
    if (error instanceof GraphQLError) return 0
    throw error
  }
}
