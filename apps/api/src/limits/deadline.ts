import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { shut } from '../walls/bound.ts'

/** How long a question may take, in milliseconds; no statement of it takes longer either (database/database.ts). */
const longest = 5000

/**
 * Ends a question that runs away: whoever asked is told, and what is left of it gets no more of the database. Acts are
 * not cut: they are held by the time of their statements, and end whole or not at all.
 */
export async function inTime<Result>(
  ctx: unknown,
  running: PromiseLike<Result> | Result,
): Promise<Result | { errors: GraphQLError[]; data: null }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ errors: GraphQLError[]; data: null }>((resolve) => {
    timer = setTimeout(() => {
      if (isContext(ctx)) shut(ctx.house.database.pool)
      resolve({ errors: [tooSlow()], data: null })
    }, longest)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}

// The libraries hand it on without its type.
const isContext = (value: unknown): value is Context =>
  value !== null && typeof value === 'object' && 'house' in value && 'actor' in value

/** The refusal of what takes too long. */
export const tooSlow = () =>
  new GraphQLError('This takes longer than five seconds. Ask for less: a shorter period, smaller pages.', {
    extensions: { code: 'TOO_SLOW', http: { status: 200 } },
  })

/** Whether PostgreSQL ended a statement because it took too long. */
export function isTooSlow(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || isTooSlow(error.cause)
}
