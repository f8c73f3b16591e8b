import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import express from 'express'
import type { Express, NextFunction, Request, Response } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { admission } from '../limits/admission.ts'
import { makeKeyDoor } from '../api-keys/door.ts'
import { serveClients } from '../http/clients.ts'
import { serveFiles } from '../files/serve-files.ts'
import { withProven } from '../codes/proven-sessions.ts'
import type { Config } from '../config.ts'
import type { Context, House } from '../context.ts'
import { isOurs, isRegistered, loadDocuments } from '../operations/documents.ts'
import { makeDrain } from './drain.ts'
import { formatError } from '../errors.ts'
import { makeExecutor } from '../operations/executor.ts'
import { isForGraphQL, serveGraphQL } from './graphql-http.ts'
import { secureHeaders } from '../http/http.ts'
import { demoOutbox } from '../outbox/demo-outbox.ts'
import { overHttp } from './over-http.ts'
import { makeFieldGuard } from '../policies/check.ts'
import { maskSchema } from '../policies/masked-schema.ts'
import { maxTokens } from '../limits/limits.ts'
import { recentDocuments } from '../operations/recent-documents.ts'
import { refusalOf, withoutWords } from '../refusal.ts'
import type { Report } from '../refusal.ts'
import type { Auth } from '../sessions/auth.ts'
import { serveBackchannel } from '../sessions/backchannel.ts'
import { makeProvider } from '../sessions/provider.ts'
import { serveAuth } from '../sessions/serve-auth.ts'
import { makeSchema } from '../schema.ts'
import { makeSessions } from '../sessions/sessions.ts'
import { sessionsChanged } from '../sessions/topic.ts'
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

// Longer than proxies keep a line that nobody uses, so that none sends a question into one that closes just then.
const keptOpen = 75_000
/** As many as the system lets wait at the door: in a rush nobody is turned away. */
const mostWaiting = 4096

/** Serves GraphQL over HTTP and WebSocket, sign-in, both clients and the health of the house on one port. */
export async function serve(parts: Parts): Promise<Running> {
  const { config, house, auth, schema, log } = parts
  const documents = loadDocuments(config)
  const sessions = withProven(house, makeSessions({ auth, house, secondFactor: config.secondFactor }))
  const ours = isOurs(documents)
  const apiKeys = makeKeyDoor(house)
  const app = express()
  const server = createServer({ keepAliveTimeout: keptOpen })
  app.disable('x-powered-by')
  // Answers are never asked for again by their tag, so none is counted over every byte of them; files keep theirs.
  app.set('etag', () => undefined)
  app.set('trust proxy', config.proxies)
  app.use(secureHeaders(config))
  health(app, house)
  const provider = config.provider && makeProvider(config.provider)
  serveBackchannel(app, {
    ...{ house, provider },
    report: (error) => log.warn({ err: withoutWords(error) }, 'provider: a sign-out failed'),
  })
  serveAuth(app, { auth, config, onChange: () => sessionsChanged(house) })
  app.get('/api/demo', (_request, response) => {
    if (parts.demoSignIns) response.json({ signIns: parts.demoSignIns() })
    else response.status(404).json({ signIns: [] })
  })

  if (config.demo) app.get('/api/demo/outbox', demoOutbox(house))

  const guard = house.guarded ? makeFieldGuard(schema) : () => undefined
  const apollo = new ApolloServer<Context>({
    gateway: makeExecutor(schema, () => maskSchema(makeSchema()), isRegistered(documents, config)),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admission(guard, ours),
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
    documentStore: recentDocuments(),
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
  serveFiles(app, { house, sessions, config })
  if (config.clients) serveClients(app, config.clients)
  const report: Report = (error) => log.error({ err: withoutWords(error) }, 'http: unexpected error')
  app.use(refuse(report))
  const graphql = serveGraphQL({ apollo, house, config, documents, sessions, apiKeys, isOurs: ours, report })
  server.on('request', (request, response) =>
    isForGraphQL(request) ? graphql(request, response) : app(request, response),
  )

  const socket = listenOnSocket({ server, schema, guard, house, sessions, apiKeys, documents, config, log })
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

/** What fails behind Express answers as everything else does. */
function refuse(report: Report) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, body } = refusalOf(error, report)
    response.status(status).json(body)
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
    server.listen({ port: config.port, host: config.host, backlog: mostWaiting }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}
