import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Left } from './budgets.ts'
import type { Context } from '../context.ts'
import { costOf, maxCost } from './limits.ts'

/** What an answer tells of its cost, in `extensions.cost`; to staff and their keys also what is left. */
export type Cost = { cost: number; limit: number; budget?: Left }

type Asked = {
  schema: GraphQLSchema
  document: DocumentNode
  variables: Record<string, unknown>
  operationName: string | null | undefined
}

/**
 * Counts what a question costs and takes it out of the budget of whoever asks, before anything of it runs.
 * @throws TOO_COSTLY or BUDGET_SPENT; then nothing is taken
 */
export async function charge(
  ctx: Context,
  { schema, document, variables, operationName }: Asked,
): Promise<Cost> {
  const name = operationName ?? undefined
  const cost = costOf(schema, { query: document, variables, operationName: name })
  if (cost > maxCost) throw tooCostly(cost)
  return spend(ctx, cost)
}

/**
 * Takes a cost out of the budget of whoever asks.
 * @throws BUDGET_SPENT; then nothing is taken
 */
export async function spend(ctx: Context, cost: number): Promise<Cost> {
  const told = { cost, limit: maxCost }
  const { budgets } = ctx.house
  const payer = budgets.payerOf(ctx)
  if (!payer) return told
  const { left, comeBackIn } = await budgets.spend(payer, cost)
  const all = ctx.actor.type === 'STAFF' ? { ...told, budget: left } : told
  if (comeBackIn !== undefined) throw budgetSpent(all, comeBackIn)
  return all
}

/** The refusal, with the numbers that help to ask for less. */
function tooCostly(cost: number): GraphQLError {
  return new GraphQLError(
    `The operation costs ${cost}, more than the ${maxCost} that are allowed. Ask for smaller pages or fewer fields.`,
    { extensions: { code: 'TOO_COSTLY', cost: { cost, limit: maxCost }, http: { status: 400 } } },
  )
}

function budgetSpent(cost: Cost, comeBackIn: number): GraphQLError {
  const headers = new HeaderMap()
  headers.set('retry-after', String(comeBackIn))
  return new GraphQLError(
    `The budget does not hold the ${cost.cost} that this costs. Ask for less, or come back in ${comeBackIn} seconds.`,
    { extensions: { code: 'BUDGET_SPENT', cost, comeBackIn, http: { status: 429, headers } } },
  )
}
