import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql'
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { Config } from '../config.ts'
import { bearerOf, holdsKey, onlyReads } from '../api-keys/door.ts'
import type { KeyDoor } from '../api-keys/door.ts'
import { isMasked } from '../actors/actor.ts'
import { makeContext } from '../context.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import { inTime } from '../limits/deadline.ts'
import { isOurs, operationText } from '../operations/documents.ts'
import type { Documents } from '../operations/documents.ts'
import { forbidden, formatLive } from '../errors.ts'
import { askedLanguage, isOwnOrigin } from '../http/http.ts'
import { maxTokens } from '../limits/limits.ts'
import { makeLines, tryLater } from './lines.ts'
import { speakOn } from './live-line.ts'
import type { Line } from './live-line.ts'
import { makeDoor } from '../http/network.ts'
import type { FieldGuard } from '../policies/check.ts'
import { withoutWords } from '../refusal.ts'
import { screen, screenVariables } from '../operations/screen.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { standsBy, watchSessions } from '../sessions/watch.ts'
import { subscriptionListens } from '../operations/subscription-rule.ts'
import { makeTolls } from '../limits/tolls.ts'

type Parts = {
  server: Server
  schema: GraphQLSchema
  guard: FieldGuard
  house: House
  sessions: Sessions
  apiKeys: KeyDoor
  documents: Documents
  config: Config
  log: Logger
}

const mostPerConnection = 20
const rules = [...specifiedRules, subscriptionListens]

// graphql-ws: at the first its client gives up and signs in anew, at the second it connects again.
const closeCode = { ENDED: 4401, CHANGED: 4403 } as const
/** Whoever does not say goodbye is hung up on. */
const goodbyeWithin = 1000

/** Live updates: graphql-ws on the same port and path, for pages of our own origin, under the same limits. */
export function listenOnSocket({
  server,
  schema,
  guard,
  house,
  sessions,
  apiKeys,
  documents,
  config,
  log,
}: Parts) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, handleProtocols })
  server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0]
    if (path !== '/graphql' || !isOwnOrigin(request, config.origins) || holdsKey(request.url)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    // What fails before the line stands ends it, and fails nobody else.
    socket.on('error', () => socket.destroy())
    socket.once('close', () => lines.leave(request))
    open(request, socket, head).catch((error: unknown) => {
      report(error)
      socket.destroy()
    })
  })

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const room = await letIn(request)
    if (socket.destroyed) return lines.leave(request)
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (room) sockets.emit('connection', opened, request)
      else turnAway(opened)
    })
  }

  const lines = makeLines(config.guestLimits)

  /** Whether there is room; where a network has used its own up, still for whoever shows at the door that they work here. */
  async function letIn(request: IncomingMessage): Promise<boolean> {
    const network = makeDoor(request, house).network()
    if (lines.arrive(request, network)) return true
    const actor = await asker(request).catch(refusedAtDoor)
    return actor?.type === 'STAFF' && lines.greet(request, actor)
  }

  const report = (error: unknown) => log.error({ err: withoutWords(error) }, 'socket: unexpected error')
  const told = formatLive(report)
  const watch = watchSessions(house)
  const ours = isOurs(documents)
  const tolls = makeTolls(ours)

  /** A key that came with the connection decides over any cookie. */
  function asker(request: IncomingMessage, params: Record<string, unknown> = {}): Promise<Actor> {
    const key = bearerOf(params['authorization'] ?? params['Authorization'] ?? request.headers.authorization)
    if (key === undefined) return sessions.actorOf(request)
    return apiKeys.actorFor(key, makeDoor(request, house).network)
  }

  const watched = new WeakMap<WebSocket, string>()
  /** Watches whoever speaks on a line from when they are somebody: who must set up a second factor opens it as a guest. */
  function watchFor({ socket }: Line, actor: Actor) {
    const by = standsBy(actor)
    if (by === undefined || watched.get(socket) === by) return
    watched.set(socket, by)
    const leave = watch.add(actor, (why) => {
      socket.close(closeCode[why], why)
      setTimeout(() => socket.terminate(), goodbyeWithin).unref()
    })
    socket.once('close', leave)
  }

  const line = speakOn(sockets, {
    keepAlive: 12_000,
    report,
    connectionInitWaitTimeout: 5000,
    async onConnect({ extra, connectionParams }) {
      const { request, socket } = extra
      const actor = await asker(request, connectionParams).catch(refusedAtDoor)
      if (socket.readyState !== socket.OPEN) return false
      if (!actor) {
        socket.close(closeCode.ENDED, 'KEY_REFUSED')
        return false
      }
      if (!lines.greet(request, actor)) {
        turnAway(socket)
        return false
      }
      watchFor(extra, actor)
      return true
    },
    onError: (_context, _id, _payload, errors) => errors.map(told),
    async onSubscribe(context, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
      if (Object.keys(context.subscriptions).length > mostPerConnection)
        return [new GraphQLError('Too many subscriptions on one connection.')]
      try {
        const { request } = context.extra
        const actor = await asker(request, context.connectionParams)
        watchFor(context.extra, actor)
        // Nothing is followed live by masked eyes, whatever the operation is called: this way has no masks.
        if (isMasked(actor)) throw forbidden()
        const text = operationText(documents, config, actor, payload)
        if (!text) return [new GraphQLError('An operation is missing.')]
        screenVariables(payload.variables)
        const document = parse(text, { maxTokens })
        if (!ours(text)) screen(document)
        const problems = validate(schema, document, rules)
        if (problems.length > 0) return problems
        onlyReads(document, actor, house)
        guard(document, actor)
        const variableValues = payload.variables ?? {}
        const operationName = payload.operationName ?? undefined
        const door = makeDoor(request, house)
        const ctx = makeContext(house, actor, askedLanguage(request), door)
        const contextValue = goesOn(document, operationName) ? atEachTime(ctx) : ctx
        const args = { schema, document, variableValues, operationName, contextValue }
        await tolls.begin(args, text)
        return args
      } catch (error) {
        return [error instanceof GraphQLError ? error : asOurs(error)]
      }
    },
    async onNext(_context, _id, _payload, args, result) {
      const { errors, ...delivered } = await tolls.deliver(args, result)
      return errors ? { ...delivered, errors: errors.map(told) } : delivered
    },
    // Each item of a subscription too.
    execute: (args) => inTime(args.contextValue, execute(args)),
    subscribe,
  })
  return {
    async stop() {
      watch.stop()
      const { clients } = sockets
      // Who is gone without a word never says goodbye.
      const timer = setTimeout(() => clients.forEach((client) => client.terminate()), 2000)
      await line.dispose()
      clearTimeout(timer)
    },
  }
}

function turnAway(socket: WebSocket) {
  socket.close(tryLater.code, tryLater.reason)
  setTimeout(() => socket.terminate(), goodbyeWithin).unref()
}

const goesOn = (document: DocumentNode, name: string | undefined) =>
  getOperationAST(document, name)?.operation === OperationTypeNode.SUBSCRIPTION

/** What goes on for hours asks for the time anew: whom somebody looked at is noted with the moment of it. */
const atEachTime = (ctx: Context) => Object.defineProperty(ctx, 'now', { get: () => ctx.house.now() })

/** What a wrong key ends by; anything else is a failure of ours. */
function refusedAtDoor(error: unknown): undefined {
  if (!(error instanceof GraphQLError)) throw error
}

/** What failed of us, so that it is noted and told as such. */
function asOurs(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error('It is no error.')
  return new GraphQLError('It failed.', { originalError })
}
