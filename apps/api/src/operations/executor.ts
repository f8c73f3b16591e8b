import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import { execute, getOperationAST, GraphQLError, OperationTypeNode } from 'graphql'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { CompiledQuery } from 'graphql-jit'
import { isMasked } from '../actors/actor.ts'
import type { Context } from '../context.ts'
import { inTime } from '../limits/deadline.ts'

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway']

// Ours are about a hundred; more of them can only come where every operation is taken.
const mostCompiled = 500

/**
 * Runs operations for Apollo. What our clients registered is compiled once into plain functions, which costs a fraction
 * of walking the document each time; what analysts write is run by graphql-js, because compiling costs more than one run.
 */
export function makeExecutor(
  schema: GraphQLSchema,
  makeMasked: () => GraphQLSchema,
  isRegistered: (source: string) => boolean,
): Gateway {
  const compiled = new Map<string, CompiledQuery | null>()
  let masked: GraphQLSchema | undefined

  // Whoever reads masked is answered by a schema of their own; nobody else pays for it.
  function schemaFor({ house, actor }: Pick<Context, 'house' | 'actor'>): GraphQLSchema {
    return house.guarded && isMasked(actor) ? (masked ??= makeMasked()) : schema
  }

  function compile(ask: Ask, by: GraphQLSchema): CompiledQuery | null {
    const key = `${by === schema ? '' : 'masked '}${ask.queryHash} ${ask.operationName ?? ''}`
    const known = compiled.get(key)
    if (known !== undefined) return known
    const made = compileQuery(by, ask.document, ask.operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    })
    const query = isCompiledQuery(made) ? made : null
    if (compiled.size >= mostCompiled) compiled.clear()
    compiled.set(key, query)
    return query
  }

  async function run(ask: Ask): Promise<ExecutionResult<Record<string, unknown>>> {
    return getOperationAST(ask.document, ask.request.operationName)?.operation === OperationTypeNode.QUERY
      ? inTime(ask.context, runWhole(ask))
      : runWhole(ask)
  }

  async function runWhole(ask: Ask): Promise<ExecutionResult<Record<string, unknown>>> {
    const { document, context, request } = ask
    // Apollo forgets a name that the document does not have; graphql-js words that refusal.
    const found = !request.operationName || request.operationName === ask.operationName
    const by = schemaFor({ house: context['house'], actor: context['actor'] })
    const query = found && isRegistered(ask.source) ? compile(ask, by) : null
    const result = await query?.query(undefined, context, request.variables ?? {})
    // Without data nothing has run: the variables were wrong, which graphql-js words as the rest of the house expects.
    if (result && result.data !== undefined) return withWholeErrors(result)
    return execute({
      schema: by,
      document,
      operationName: request.operationName,
      contextValue: context,
      variableValues: request.variables,
    })
  }

  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    load: async () => ({ executor: run }),
    stop: async () => undefined,
  }
}

// An error of graphql-jit has no extensions where graphql-js has empty ones; Apollo stumbles over that, and would neither
// format nor note it.
function withWholeErrors<Result extends ExecutionResult>(result: Result): Result {
  const errors = result.errors?.map((error) => {
    const { message, path, originalError } = error
    return error.extensions ? error : new GraphQLError(message, { path, originalError })
  })
  return errors ? { ...result, errors } : result
}

type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>
type Ask = Parameters<Executor>[0]
