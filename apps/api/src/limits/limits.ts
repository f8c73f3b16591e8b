import { getOperationAST, getVariableValues, GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { getComplexity, simpleEstimator } from 'graphql-query-complexity'
import type { ComplexityEstimator } from 'graphql-query-complexity'
import { badArgument } from '../errors.ts'

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

type Ask = {
  query: DocumentNode
  variables: Record<string, unknown>
  operationName: string | undefined
}

/**
 * What an operation may cost at the most, counted before anything runs; nothing where none of it will.
 * @throws BAD_USER_INPUT where a part of it cannot be counted: the rest would run, and cost nothing
 */
export function costOf(schema: GraphQLSchema, ask: Ask): number {
  if (!runs(schema, ask)) return 0
  try {
    return getComplexity({ schema, estimators, ...ask })
  } catch (error) {
    throw error instanceof GraphQLError ? badArgument(error.message) : error
  }
}

// Which operation is meant or what is wrong with its variables, the executor tells better.
function runs(schema: GraphQLSchema, { query, variables, operationName }: Ask): boolean {
  const operation = getOperationAST(query, operationName)
  return Boolean(
    operation && !getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors,
  )
}
