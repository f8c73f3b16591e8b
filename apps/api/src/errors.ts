import type { Problem } from '@sila/domain/problem'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'

/** Thrown inside an act to undo it: the person can put it right, so it comes back as data. */
export class Refused extends Error {
  readonly problems: Problem[]
  constructor(...problems: Problem[]) {
    super('refused')
    this.problems = problems
  }
}

/** Thrown inside an act when the thing has changed since it was looked at. */
export class Outdated extends Error {
  readonly version: number
  constructor(version: number) {
    super('outdated')
    this.version = version
  }
}

/** Nobody is signed in, or the session has ended. */
export const signedOut = () =>
  new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 200 } } })

/** The signed-in person may not do or see this. */
export const forbidden = () =>
  new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN', http: { status: 200 } } })

/** There is no such thing, or it is not for this person: the two are not told apart. */
export const notFound = () =>
  new GraphQLError('There is nothing here under this id.', {
    extensions: { code: 'NOT_FOUND', http: { status: 200 } },
  })

/** An argument that no form of ours would send. */
export const badArgument = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })

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

/** The one formatter: what we did not throw on purpose leaves no word of its inside. */
export function formatError(report: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return withoutStack(formatted)
    const cause = unwrapResolverError(error)
    if (isTooSlow(cause)) return withoutStack({ ...tooSlow().toJSON(), path: formatted.path })
    report(error)
    return {
      message: 'Something went wrong here. It was noted. Try again.',
      path: formatted.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    }
  }
}

/** The same for the live line, where nobody else has told what came of us from what came of the asker. */
export function formatLive(report: (error: unknown) => void) {
  const format = formatError(report)
  return (error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError => {
    if (!(error instanceof GraphQLError)) return error
    const { originalError } = error
    const isOurs = originalError && !(originalError instanceof GraphQLError)
    const formatted = error.toJSON()
    const code = formatted.extensions?.['code'] ?? (isOurs ? 'INTERNAL_SERVER_ERROR' : undefined)
    return format(
      { ...formatted, extensions: { ...formatted.extensions, ...(code ? { code } : {}) } },
      originalError ?? error,
    )
  }
}

function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stack, http: _http, ...extensions } = formatted.extensions ?? {}
  return { ...formatted, extensions }
}
