import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import { toNodeHandler } from 'better-auth/node'
import express from 'express'
import type { Express, NextFunction, Request, Response } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { serveClients } from './clients.ts'
import type { Config } from './config.ts'
import { makeContext } from './context.ts'
import type { Context, House } from './context.ts'
import { isRegistered, loadDocuments, operationText } from './documents.ts'
import type { Documents } from './documents.ts'
import { makeDrain } from './drain.ts'
import { formatError } from './errors.ts'
import { makeExecutor } from './executor.ts'
import { askedLanguage, secureHeaders } from './http.ts'
import { overHttp } from './over-http.ts'
import { costLimit, maxTokens } from './limits.ts'
import type { Auth } from './sessions/auth.ts'
import { makeSessions } from './sessions/sessions.ts'
import type { Sessions } from './sessions/sessions.ts'
import { listenOnSocket } from './socket.ts'

/** What the server is built of. */
export type Parts = {
  config: Config
  house: House
  auth: Auth
  schema: GraphQLSchema
  log: Logger
  demoSignIns?: () => unknown
}

/** A server that listens. */
export type Running = { server: Server; port: number; stop(): Promise<void> }

/** Serves GraphQL over HTTP and WebSocket, sign-in, both clients and the health of the house on one port. */
export async function serve(parts: Parts): Promise<Running> {
  const { config, house, auth, schema, log } = parts
  const documents = loadDocuments(config)
  const sessions = makeSessions(auth, house.directory)
  const app = express()
  const server = createServer(app)
  app.disable('x-powered-by')
  // Answers are never asked for again by their tag, so none is counted over every byte of them; files keep theirs.
  app.set('etag', () => undefined)
  app.set('trust proxy', 'loopback')
  app.use(secureHeaders())
  health(app, house)
  app.all('/api/auth/*splat', toNodeHandler(auth))
  app.get('/api/demo', (_request, response) => {
    if (parts.demoSignIns) response.json({ signIns: parts.demoSignIns() })
    else response.status(404).json({ signIns: [] })
  })

  const apollo = new ApolloServer<Context>({
    gateway: makeExecutor(schema, isRegistered(documents, config)),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      costLimit(documents),
      overHttp(),
    ],
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // We stop everything ourselves, in order; Apollo's own handling would end the process before the database.
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: !config.openOperations,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens },
    status400ForVariableCoercionErrors: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatError((error) =>
      log.error({ err: withoutWords(unwrapResolverError(error)) }, 'graphql: unexpected error'),
    ),
    logger: {
      debug() {},
      info() {},
      warn() {},
      error: () => log.error('graphql: refused by the server itself'),
    },
  })
  await apollo.start()
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    findOperation(documents, config, sessions),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => makeContext(house, res.locals['actor'], askedLanguage(req)),
    }),
  )
  if (config.clients) serveClients(app, config.clients)
  app.use(refuseBody(log))

  const socket = listenOnSocket({ server, schema, house, sessions, documents, config, log })
  const drain = makeDrain(server)
  const port = await listen(server, config)
  return {
    server,
    port,
    async stop() {
      await Promise.all([drain.stop(), socket.stop()])
      await apollo.stop()
    },
  }
}

function health(app: Express, house: House) {
  app.get('/livez', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const ready = await house.database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ok' : 'the database does not answer')
  })
}

/** Finds who asks and what operation is meant, before anything of it is parsed. */
function findOperation(documents: Documents, config: Config, sessions: Sessions) {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      const actor = await sessions.actorOf(request.headers)
      response.locals['actor'] = actor
      const asked: unknown = request.method === 'GET' ? request.query : request.body
      const query = operationText(documents, config, actor, asked)
      if (request.method !== 'GET' && query !== undefined && typeof asked === 'object') {
        request.body = { ...asked, query, extensions: {} }
      }
      next()
    } catch (error) {
      next(error)
    }
  }
}

/** What fails before GraphQL still answers as GraphQL does. */
function refuseBody(log: Logger) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(error)
    if (status >= 500) log.error({ err: withoutWords(error) }, 'http: unexpected error')
    const message =
      status >= 500
        ? 'Something went wrong here. It was noted. Try again.'
        : error instanceof Error
          ? error.message
          : 'Refused'
    const code = extensionOf(error) ?? (status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST')
    response.status(status).json({ errors: [{ message, extensions: { code } }] })
  }
}

function statusOf(error: unknown): number {
  if (extensionOf(error)) return 400
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

function extensionOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('extensions' in error)) return undefined
  const { extensions } = error
  return extensions !== null && typeof extensions === 'object' && 'code' in extensions
    ? String(extensions.code)
    : undefined
}

// The text of a database error can hold a person's words: only its kind and place are noted.
function withoutWords(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
  }
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${config.port} is in use. Stop what uses it, or choose another: PORT=${config.port + 1} npm start`,
            )
          : error,
      )
    })
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}
