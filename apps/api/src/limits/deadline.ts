import type { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { tooSlow } from '../errors.ts'
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
