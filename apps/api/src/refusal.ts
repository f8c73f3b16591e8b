import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'

/** Notes an error of ours. */
export type Report = (error: unknown) => void

/** What failed before GraphQL still answers as GraphQL does; of our own failures nothing but their happening is told. */
export function refusalOf(error: unknown, report: Report) {
  const status = statusOf(error)
  if (status >= 500) report(error)
  const message =
    status >= 500
      ? 'Something went wrong here. It was noted. Try again.'
      : error instanceof Error
        ? error.message
        : 'Refused'
  const code = codeOf(error) ?? (status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST')
  const headers: [string, string][] = [...(httpOf(error)?.headers ?? [])]
  return { status, headers, body: { errors: [{ message, extensions: { code } }] } }
}

/** The text of a database error can hold a person's words: only its kind and place are noted. */
export function withoutWords(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    stack: framesOf(error),
  }
}

const frames = /^ {4}at (?:async )?(?:[^\n]+ \()?(?:file:|node:|\/|[A-Z]:)[^\n]*:\d+:\d+\)?$/gmu

// A message of several lines stands in the stack with all of them: what is no frame may be somebody's words.
function framesOf({ stack }: Error): string | undefined {
  return stack?.match(frames)?.slice(0, 7).join('\n')
}

function statusOf(error: unknown): number {
  const told = httpOf(error)?.status
  if (told !== undefined) return told
  // A body that is no JSON is the asker's.
  if (codeOf(error) || error instanceof SyntaxError) return 400
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

/** What a refusal of ours says of its answer. */
function httpOf(error: unknown) {
  const http = error instanceof GraphQLError ? error.extensions['http'] : undefined
  if (http === null || typeof http !== 'object' || !('status' in http)) return undefined
  const { status } = http
  const headers = 'headers' in http && http.headers instanceof HeaderMap ? http.headers : undefined
  return typeof status === 'number' ? { status, headers } : undefined
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('extensions' in error)) return undefined
  const { extensions } = error
  return extensions !== null && typeof extensions === 'object' && 'code' in extensions
    ? String(extensions.code)
    : undefined
}
