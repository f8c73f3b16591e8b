import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { HeaderMap } from '@apollo/server'
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server'
import rawBody from 'raw-body'
import type { Config } from '../config.ts'
import { bearerOf, neverInAddress } from '../api-keys/door.ts'
import type { KeyDoor } from '../api-keys/door.ts'
import { makeContext } from '../context.ts'
import type { Context, House } from '../context.ts'
import { badArgument } from '../errors.ts'
import { operationText } from '../operations/documents.ts'
import type { Documents } from '../operations/documents.ts'
import { answerHeaders, askedLanguage } from '../http/http.ts'
import { makeDoor } from '../http/network.ts'
import { screenText, screenVariables } from '../operations/screen.ts'
import { refusalOf } from '../refusal.ts'
import type { Report } from '../refusal.ts'
import type { Sessions } from '../sessions/sessions.ts'

/** What GraphQL over HTTP is served with. */
export type Service = {
  apollo: ApolloServer<Context>
  house: House
  config: Config
  documents: Documents
  sessions: Sessions
  apiKeys: KeyDoor
  /** Whether a text is an operation of our own clients. */
  isOurs(text: string): boolean
  report: Report
}

/** Largest body, in bytes: an act's words in four-byte signs, twice over. */
const mostBytes = 1_048_576

/** Whether a request is for GraphQL. */
export const isForGraphQL = ({ url }: Pick<IncomingMessage, 'url'>) =>
  url === '/graphql' || Boolean(url?.startsWith('/graphql?')) || url === '/graphql/'

/**
 * Serves Apollo over Node's own HTTP, as Apollo describes it for frameworks that it does not know
 * (https://www.apollographql.com/docs/apollo-server/integrations/building-integrations): every question of both apps
 * comes this way, and a framework in between took more time than most questions.
 */
export function serveGraphQL(service: Service): RequestListener {
  const write = makeWriter(answerHeaders(service.config))
  return (request, response) => {
    const cookies: string[] = []
    answer(service, request, cookies).then(
      (result) => send(write, response, result, cookies),
      (error: unknown) => {
        const { status, headers, body } = refusalOf(error, service.report)
        const type: [string, string] = ['content-type', 'application/json; charset=utf-8']
        write(response, status, [type, ...headers], JSON.stringify(body))
      },
    )
  }
}

async function answer(
  service: Service,
  request: IncomingMessage,
  cookies: string[],
): Promise<HTTPGraphQLResponse> {
  const { apollo, house, config, documents, sessions, apiKeys } = service
  neverInAddress(request.url)
  const { method = 'GET', headers } = request
  const search = request.url?.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
  const isQuestion = method === 'GET' || method === 'HEAD'
  const asked = isQuestion ? questionIn(search) : await bodyOf(request)
  const door = makeDoor(request, house, cookies)
  const key = bearerOf(headers.authorization)
  const actor =
    key === undefined ? await sessions.actorOf(request) : await apiKeys.actorFor(key, door.network)
  const mended = screenVariables('variables' in asked ? asked.variables : undefined)
  // Apollo reads an address by itself: there nothing can be put right.
  if (mended && isQuestion)
    throw badArgument('A text of the variables holds U+0000 or half a sign. Leave it out.')
  // Found before anything of it is parsed.
  const query = operationText(documents, config, actor, asked)
  if (query !== undefined && !service.isOurs(query)) screenText(query)
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      ...{ method, search: query === undefined ? '' : search, headers: headersOf(headers) },
      body: isQuestion ? undefined : onlyFound(asked, query),
    },
    context: async () => makeContext(house, actor, askedLanguage(request), door),
  })
}

/** What was found runs, and nothing else: where nothing was, Apollo gets no text, and words what is wrong beside it. */
function onlyFound(asked: object, query: string | undefined): unknown {
  if (query !== undefined) return { ...asked, query, extensions: {} }
  return Array.isArray(asked) ? asked : { ...asked, query }
}

/** A question in an address, where what is more than a text is JSON; what is none is refused by Apollo. */
function questionIn(search: string): Record<string, unknown> {
  const { variables, extensions, ...texts } = Object.fromEntries(new URLSearchParams(search))
  return { ...texts, variables: jsonIn(variables), extensions: jsonIn(extensions) }
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function headersOf(headers: IncomingMessage['headers']): HeaderMap {
  const map = new HeaderMap()
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

/** Reads the JSON of a body; Apollo refuses what is no JSON by its media type. */
async function bodyOf(request: IncomingMessage): Promise<object> {
  const { 'content-type': type, 'content-length': length, 'content-encoding': packed } = request.headers
  if (!/^application\/json *(;|$)/i.test(type ?? '') || packed !== undefined) return {}
  const text = await rawBody(request, { length: length ?? null, limit: mostBytes, encoding: charsetOf(type) })
  const body: unknown = JSON.parse(text)
  return body !== null && typeof body === 'object' ? body : {}
}

/** JSON is UTF-8; another charset that is named is read by it, one that nobody knows is refused by the reader. */
function charsetOf(type = ''): string {
  return /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
}

function send(
  write: Writer,
  response: ServerResponse,
  { status, headers, body }: HTTPGraphQLResponse,
  cookies: readonly string[],
) {
  // Answers in pieces are for @defer and @stream, which our schema does not have.
  const text = body.kind === 'complete' ? body.string : ''
  const lines = cookies.map((cookie): [string, string] => ['set-cookie', cookie])
  write(response, status ?? 200, [...headers, ...lines], text)
}

type Writer = ReturnType<typeof makeWriter>

function makeWriter(base: readonly string[]) {
  return (response: ServerResponse, status: number, headers: Iterable<[string, string]>, text: string) => {
    const all = [...base, 'content-length', String(Buffer.byteLength(text))]
    for (const [name, value] of headers) if (name !== 'content-length') all.push(name, value)
    response.writeHead(status, all).end(text)
  }
}
