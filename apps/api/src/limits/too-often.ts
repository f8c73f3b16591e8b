import type { Problem } from '@sila/domain/problem'
import { problemMessage } from '@sila/domain/problem-message'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import type { CountedByNetwork } from './rate-limits.ts'

/** What is told to a guest who does something too often; staff who are signed in are not counted. */
export async function tooOften(ctx: Context, what: CountedByNetwork): Promise<Problem[]> {
  const { actor, house, door } = ctx
  if (actor.type === 'STAFF' || actor.type === 'SYSTEM') return []
  const wait = await house.limits.take(what, door.network())
  return wait === undefined ? [] : [{ code: 'TOO_MANY_TRIES', values: { minutes: wait } }]
}

/** The refusal where the answer has no room for problems. */
export function tooManyTries(ctx: Context, wait: number): GraphQLError {
  return new GraphQLError(
    problemMessage({ code: 'TOO_MANY_TRIES', values: { minutes: wait } }, ctx.language),
    {
      extensions: { code: 'TOO_MANY_TRIES', http: { status: 200 } },
    },
  )
}
